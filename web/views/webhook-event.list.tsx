import InboxIcon from '@mui/icons-material/InboxOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { DataTable, FilterButton, TopToolbar, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { WebhookEvent } from '../api/types.ts';
import { ListPage } from '../components/list-page.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { Moment } from '../components/moment.tsx';
import { RowLink } from '../components/row-link.tsx';
import { said } from '../i18n/said.ts';
import { FILTERS } from './webhook-event/filters.tsx';
import { RecordLink } from './webhook-event/record-link.tsx';
import { ReplaySelected } from './webhook-event/replay-selected.tsx';
import { StateBadge } from './webhook-event/state-badge.tsx';

const Column = DataTable.Col<WebhookEvent>;

/** Everything MCUBE sent, newest first, and what became of it. */
export default function WebhookEventList() {
  const translate = useTranslate();
  const setUp = (
    <Button component={Link} to="/welcome">
      {translate('inbox.set_up')}
    </Button>
  );
  return (
    <ListPage<WebhookEvent>
      filters={FILTERS}
      sort={{ field: 'id', order: 'DESC' }}
      actions={
        <TopToolbar sx={{ alignItems: 'center' }}>
          <FilterButton disableSaveQuery />
          {setUp}
        </TopToolbar>
      }
      card={(event) => <EventCard event={event} />}
      empty={
        <MessagePage icon={InboxIcon} title={translate('inbox.empty')} text={translate('inbox.empty_hint')}>
          {setUp}
        </MessagePage>
      }
    >
      <DataTable rowClick="show" bulkActionButtons={<ReplaySelected />}>
        <Column
          source="received_at"
          disableSort
          render={({ received_at }) => (
            <RowLink>
              <Moment value={received_at} />
            </RowLink>
          )}
        />
        <Column source="state" disableSort render={({ state }) => <StateBadge state={state} />} />
        <Column source="call_id" disableSort render={(event) => <RecordLink event={event} />} />
        <Column
          source="reason"
          disableSort
          sx={{ maxWidth: 420, overflowWrap: 'anywhere' }}
          render={({ reason, reason_sentences }) => reason && said(reason, reason_sentences)}
        />
        <Column source="attempts" disableSort sx={{ textAlign: 'right' }} />
      </DataTable>
    </ListPage>
  );
}

function EventCard({ event }: { event: WebhookEvent }) {
  return (
    <Stack spacing={0.5} sx={{ p: 1.5 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
        <RowLink>
          <Moment value={event.received_at} />
        </RowLink>
        <StateBadge state={event.state} />
      </Stack>
      <Typography variant="body2" component="span">
        <RecordLink event={event} />
      </Typography>
      {event.reason !== null && (
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {said(event.reason, event.reason_sentences)}
        </Typography>
      )}
    </Stack>
  );
}

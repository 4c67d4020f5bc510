import DeliveryIcon from '@mui/icons-material/SyncAltOutlined';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { DataTable, SelectInput, useTranslate } from 'react-admin';
import type { OdooDelivery } from '../api/types.ts';
import { ListPage } from '../components/list-page.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { Moment } from '../components/moment.tsx';
import { said } from '../i18n/said.ts';
import { DeliveryBadge } from './odoo/delivery-badge.tsx';
import { DeliveryRecord } from './odoo/delivery-record.tsx';
import { ReplayDeliveries } from './odoo/replay-deliveries.tsx';
import { LOOK_AGAIN_MS } from './odoo/use-odoo.ts';

const Column = DataTable.Col<OdooDelivery>;

/** What Odoo has of ours, what waits to go there, and what it did not take, with the reason. */
export default function OdooDeliveryList() {
  const translate = useTranslate();
  return (
    <ListPage<OdooDelivery>
      filters={FILTERS}
      sort={{ field: 'id', order: 'DESC' }}
      queryOptions={{ refetchInterval: LOOK_AGAIN_MS }}
      card={(delivery) => <DeliveryCard delivery={delivery} />}
      empty={
        <MessagePage
          icon={DeliveryIcon}
          title={translate('odoo.no_deliveries')}
          text={translate('odoo.no_deliveries_hint')}
        />
      }
    >
      <DataTable rowClick={false} bulkActionButtons={<ReplayDeliveries />}>
        <Column source="name" label="odoo.record" disableSort render={(row) => <DeliveryRecord delivery={row} />} />
        <Column source="state" disableSort render={({ state }) => <DeliveryBadge state={state} />} />
        <Column source="reason" disableSort sx={{ maxWidth: 420, overflowWrap: 'anywhere' }} render={whyNot} />
        <Column source="waiting_date" disableSort render={({ waiting_date }) => <Moment value={waiting_date} />} />
        <Column
          source="delivered_date"
          disableSort
          render={({ delivered_date }) => <MaybeMoment value={delivered_date} />}
        />
        <Column
          source="next_attempt_at"
          disableSort
          render={({ next_attempt_at }) => <MaybeMoment value={next_attempt_at} />}
        />
      </DataTable>
    </ListPage>
  );
}

const FILTERS = [
  <SelectInput
    key="state"
    source="state"
    alwaysOn
    choices={['waiting', 'delivered', 'failed'].map((id) => ({ id, name: `odoo.delivery_state.${id}` }))}
    sx={{ minWidth: 150 }}
  />,
  <SelectInput
    key="model"
    source="model"
    label="odoo.kind"
    alwaysOn
    choices={[
      { id: 'crm.lead', name: 'odoo.kind_lead' },
      { id: 'mcube.call.record', name: 'odoo.kind_call' },
    ]}
    sx={{ minWidth: 150 }}
  />,
];

/** Why it is not there, and what to do about it. */
function whyNot({ reason, reason_sentences, fix, fix_sentences }: OdooDelivery): string {
  return `${said(reason ?? '', reason_sentences)} ${said(fix ?? '', fix_sentences)}`.trim();
}

function MaybeMoment({ value }: { value: string | null }) {
  return value === null ? null : <Moment value={value} />;
}

function DeliveryCard({ delivery }: { delivery: OdooDelivery }) {
  const { state, reason, waiting_date, delivered_date } = delivery;
  return (
    <Stack spacing={0.5} sx={{ p: 1.5 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
        <DeliveryRecord delivery={delivery} />
        <DeliveryBadge state={state} />
      </Stack>
      <Typography variant="body2" component="span" color="textSecondary">
        <Moment value={delivered_date ?? waiting_date} />
      </Typography>
      {reason !== null && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {whyNot(delivery)}
        </Typography>
      )}
    </Stack>
  );
}

import ConflictIcon from '@mui/icons-material/CompareArrowsOutlined';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { DataTable, useTranslate } from 'react-admin';
import type { OdooConflict } from '../api/types.ts';
import { ListPage } from '../components/list-page.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { Moment } from '../components/moment.tsx';
import { said } from '../i18n/said.ts';
import { ConflictRecord } from './odoo/conflict-record.tsx';
import { useFieldName } from './odoo/use-field-name.ts';

const Column = DataTable.Col<OdooConflict>;

/** Where both sides said something else, and whose word counts. */
export default function OdooConflictList() {
  const translate = useTranslate();
  const fieldName = useFieldName();
  return (
    <ListPage<OdooConflict>
      sort={{ field: 'id', order: 'DESC' }}
      card={(conflict) => <ConflictCard conflict={conflict} />}
      empty={
        <MessagePage
          icon={ConflictIcon}
          title={translate('odoo.no_conflicts')}
          text={translate('odoo.no_conflicts_hint')}
        />
      }
    >
      <DataTable rowClick={false} bulkActionButtons={false}>
        <Column source="create_date" render={({ create_date }) => <Moment value={create_date} />} />
        <Column source="record_name" disableSort render={(row) => <ConflictRecord conflict={row} />} />
        <Column source="field" render={fieldName} />
        <Column source="here" sx={{ overflowWrap: 'anywhere' }} />
        <Column source="in_odoo" sx={{ overflowWrap: 'anywhere' }} />
        <Column source="decision" render={({ decision }) => translate(`odoo.decision.${decision}`)} />
        <Column
          source="reason"
          sx={{ maxWidth: 360 }}
          render={({ reason, reason_sentences }) => said(reason, reason_sentences)}
        />
      </DataTable>
    </ListPage>
  );
}

function ConflictCard({ conflict }: { conflict: OdooConflict }) {
  const translate = useTranslate();
  const fieldName = useFieldName();
  return (
    <Stack spacing={0.5} sx={{ p: 1.5 }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between' }}>
        <ConflictRecord conflict={conflict} />
        <Typography variant="body2" component="span" color="textSecondary">
          <Moment value={conflict.create_date} />
        </Typography>
      </Stack>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {fieldName(conflict)} · {translate(`odoo.decision.${conflict.decision}`)}
      </Typography>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {translate('odoo.sides', { here: conflict.here ?? '–', in_odoo: conflict.in_odoo ?? '–' })}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {said(conflict.reason, conflict.reason_sentences)}
      </Typography>
    </Stack>
  );
}

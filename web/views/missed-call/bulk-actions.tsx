import TakeIcon from '@mui/icons-material/PanToolAltOutlined';
import AssignIcon from '@mui/icons-material/PersonAddAlt';
import NotNeededIcon from '@mui/icons-material/PhoneDisabledOutlined';
import SnoozeIcon from '@mui/icons-material/SnoozeOutlined';
import Button from '@mui/material/Button';
import { required, TextInput, useListContext, useTranslate } from 'react-admin';
import { mayDo } from '../../api/access.ts';
import { request } from '../../api/request.ts';
import { useSession } from '../../api/session.ts';
import type { MissedCall } from '../../api/types.ts';
import { BulkButton } from '../../components/bulk/bulk-button.tsx';
import { OwnerInput } from '../../components/bulk/owner-input.tsx';
import { useWorkSelected } from '../../components/bulk/use-work-selected.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { MenuButton } from '../../components/menu-button.tsx';
import type { Column } from '../../components/search/columns.ts';
import { ExportButton } from '../../export/export-button.tsx';
import { useFormat } from '../../format/use-format.ts';
import { SNOOZES, snoozedUntil } from './snoozes.ts';

/** What can be done about all who are selected. */
export function MissedBulkActions({ columns }: { columns: readonly Column<MissedCall>[] }) {
  const session = useSession();
  return (
    <>
      {mayDo(session, 'missed-calls', 'edit') && (
        <>
          <Take />
          {mayDo(session, 'users', 'list') && <BulkButton label="bulk.assign" icon={<AssignIcon />} dialog={Assign} />}
          <Snooze />
          <BulkButton label="missed.not_needed" icon={<NotNeededIcon />} dialog={NotNeeded} />
        </>
      )}
      <ExportButton columns={columns} selected />
    </>
  );
}

function useDeedOnSelected(done: () => void) {
  const { work, progress } = useWorkSelected(done);
  const act = (deed: string, body?: Record<string, unknown>) =>
    work((id) => request('POST', `/api/missed-calls/${id}/${deed}`, { body }));
  return { act, progress };
}

const NOTHING = () => undefined;

function Take() {
  const translate = useTranslate();
  const { act, progress } = useDeedOnSelected(NOTHING);
  return (
    <Button size="small" startIcon={<TakeIcon />} loading={progress !== undefined} onClick={() => void act('take')}>
      {translate('missed.take')}
    </Button>
  );
}

function Snooze() {
  const translate = useTranslate();
  const { timeZone } = useFormat();
  const { act } = useDeedOnSelected(NOTHING);
  const items = SNOOZES.map((wait) => ({
    label: translate(`missed.snooze.${wait}`),
    selected: false,
    onChoose: () => void act('snooze', { until: snoozedUntil(wait, new Date(), timeZone).toISOString() }),
  }));
  return <MenuButton icon={<SnoozeIcon />} label={translate('missed.snooze_all')} items={items} />;
}

function Assign({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const { selectedIds } = useListContext();
  const { act, progress } = useDeedOnSelected(onClose);
  const title = translate('bulk.assign_title', { smart_count: selectedIds.length });
  return (
    <FormDialog
      title={title}
      progress={progress}
      onClose={onClose}
      onSubmit={({ user_id }) => act('assign', { user_id })}
    >
      <OwnerInput />
    </FormDialog>
  );
}

function NotNeeded({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const { act, progress } = useDeedOnSelected(onClose);
  return (
    <FormDialog
      title={translate('missed.not_needed')}
      submit="missed.close"
      progress={progress}
      onClose={onClose}
      onSubmit={({ reason }) => act('not-needed', { reason })}
    >
      <TextInput source="reason" label="missed.why" validate={required()} autoFocus helperText={false} />
    </FormDialog>
  );
}

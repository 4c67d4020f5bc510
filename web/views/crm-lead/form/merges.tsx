import UndoIcon from '@mui/icons-material/Undo';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useGetList, useTranslate } from 'react-admin';
import { mayDo } from '../../../api/access.ts';
import { useSession } from '../../../api/session.ts';
import type { Lead } from '../../../api/types.ts';
import { Section } from '../../../components/section.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { type LeadMerge, useMerge } from '../merge/use-merge.ts';

/** Which leads became this one, each with the way back. */
export function LeadMerges({ lead }: { lead: Lead }) {
  const translate = useTranslate();
  const { data = [] } = useGetList<LeadMerge>('lead-merges', {
    filter: { lead_id: lead.id },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: 50 },
  });
  if (data.length === 0) return null;
  return (
    <Section title={translate('merge.history')}>
      <Stack component="ul" spacing={1} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.map((merge) => (
          <Merge key={merge.id} merge={merge} />
        ))}
      </Stack>
    </Section>
  );
}

function Merge({ merge }: { merge: LeadMerge }) {
  const translate = useTranslate();
  const format = useFormat();
  const session = useSession();
  const { busy, undo } = useMerge();
  const { lead_name, merged_names, user_name, create_date, undone_date } = merge;
  return (
    <Stack component="li" direction="row" spacing={1} sx={{ alignItems: 'center' }}>
      <Typography variant="body2" sx={{ flex: 1, minWidth: 0 }}>
        {translate('merge.was', {
          user: user_name,
          names: merged_names.map((name) => `“${name}”`).join(', '),
          kept: lead_name,
        })}
        <Typography variant="body2" component="span" color="textSecondary" sx={{ display: 'block' }}>
          {format.moment(create_date)}
          {undone_date !== null && ` · ${translate('merge.was_undone', { time: format.moment(undone_date) })}`}
        </Typography>
      </Typography>
      {undone_date === null && mayDo(session, 'lead-merges', 'edit') && (
        <Button size="small" startIcon={<UndoIcon />} loading={busy} onClick={() => void undo(merge)}>
          {translate('merge.undo')}
        </Button>
      )}
    </Stack>
  );
}

import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { Lead } from '../../../api/types.ts';
import { FollowUpMoment } from '../../../components/follow-up/follow-up-moment.tsx';
import { useFollowUp } from '../../../components/follow-up/use-follow-up.ts';
import { Section } from '../../../components/section.tsx';

/** When this lead is to be called next. */
export function LeadFollowUp({ lead, onEdit }: { lead: Lead; onEdit: () => void }) {
  const translate = useTranslate();
  const { snooze, done } = useFollowUp();
  const { next_follow_up_at: at, next_follow_up_note: note } = lead;
  return (
    <Section
      title={translate('follow_up.title')}
      action={
        <Button size="small" onClick={onEdit} aria-keyshortcuts="f">
          {translate(at === null ? 'follow_up.set' : 'follow_up.change')}
        </Button>
      }
    >
      {at === null ? (
        <Typography variant="body2" color="textSecondary">
          {translate('follow_up.none')}
        </Typography>
      ) : (
        <Stack spacing={1}>
          <FollowUpMoment at={at} />
          {note !== null && (
            <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {note}
            </Typography>
          )}
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
            <Button size="small" variant="outlined" onClick={() => done(lead)}>
              {translate('follow_up.done')}
            </Button>
            <Button size="small" onClick={() => snooze(lead, 'in_an_hour')}>
              {translate('follow_up.in_an_hour')}
            </Button>
            <Button size="small" onClick={() => snooze(lead, 'tomorrow')}>
              {translate('follow_up.tomorrow')}
            </Button>
          </Stack>
        </Stack>
      )}
    </Section>
  );
}

import DoneIcon from '@mui/icons-material/Check';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { FollowUpMoment } from './follow-up-moment.tsx';
import type { DueLead } from './use-due-follow-ups.ts';
import { useFollowUp } from './use-follow-up.ts';

/** Follow-ups whose time has come: each to be done, or put off. */
export function DueFollowUps({ leads, onLeave }: { leads: readonly DueLead[]; onLeave: () => void }) {
  const translate = useTranslate();
  const title = useId();
  if (leads.length === 0) return null;
  return (
    <Stack component="section" aria-labelledby={title} sx={{ px: 2, py: 1 }}>
      <Typography id={title} variant="h2">
        {translate('follow_up.due', { smart_count: leads.length })}
      </Typography>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {leads.map((lead) => (
          <Due key={lead.id} lead={lead} onLeave={onLeave} />
        ))}
      </Stack>
    </Stack>
  );
}

function Due({ lead, onLeave }: { lead: DueLead; onLeave: () => void }) {
  const translate = useTranslate();
  const { done, snooze } = useFollowUp();
  const { id, name, next_follow_up_at: at, next_follow_up_note: note } = lead;
  const named = (action: string) => `${action}: ${name}`;
  return (
    <Stack
      component="li"
      spacing={0.25}
      sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { border: 0 } }}
    >
      <Link
        component={RouterLink}
        to={`/leads/${id}/show`}
        onClick={onLeave}
        color="inherit"
        sx={{ fontWeight: 600 }}
        noWrap
      >
        {name}
      </Link>
      <FollowUpMoment at={at} />
      {note !== null && (
        <Typography variant="body2" color="textSecondary" noWrap>
          {note}
        </Typography>
      )}
      <Stack direction="row" sx={{ gap: 0.5, ml: -0.5 }}>
        <Button
          size="small"
          startIcon={<DoneIcon />}
          aria-label={named(translate('follow_up.done'))}
          onClick={() => done(lead)}
        >
          {translate('follow_up.done')}
        </Button>
        <Button
          size="small"
          aria-label={named(translate('follow_up.in_an_hour'))}
          onClick={() => snooze(lead, 'in_an_hour')}
        >
          {translate('follow_up.in_an_hour')}
        </Button>
        <Button
          size="small"
          aria-label={named(translate('follow_up.tomorrow'))}
          onClick={() => snooze(lead, 'tomorrow')}
        >
          {translate('follow_up.tomorrow')}
        </Button>
      </Stack>
    </Stack>
  );
}

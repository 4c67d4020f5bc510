import BackIcon from '@mui/icons-material/ArrowBack';
import CallIcon from '@mui/icons-material/CallOutlined';
import WonIcon from '@mui/icons-material/EmojiEventsOutlined';
import ReopenIcon from '@mui/icons-material/Replay';
import LostIcon from '@mui/icons-material/ThumbDownOffAlt';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Lead } from '../../../api/types.ts';
import { Steps } from '../../../components/steps/steps.tsx';
import { telephoneLink } from '../../../format/phone-number.ts';
import { numberOf } from '../number-of.ts';
import { useChangeLead } from '../use-change-lead.ts';
import { useStages } from '../use-stages.ts';
import { StageBar } from './stage-bar.tsx';

/** What can be done with a lead, and how far it is. */
export function LeadActions({ lead }: { lead: Lead }) {
  const translate = useTranslate();
  const change = useChangeLead(lead);
  const stages = useStages();
  const won = stages.find(({ is_won }) => is_won);
  const isWon = stages.some(({ id, is_won }) => is_won && id === lead.stage_id);
  const number = numberOf(lead);
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Button component={Link} to="/leads" startIcon={<BackIcon />} size="small">
        {translate('leads.to_list')}
      </Button>
      <Steps resource="leads" id={lead.id} sort={NEWEST_FIRST} previous="leads.previous" next="leads.next" />
      {number !== undefined && (
        <Button
          size="small"
          variant="contained"
          startIcon={<CallIcon />}
          href={telephoneLink(number)}
          aria-keyshortcuts="c"
          sx={{ display: { xs: 'none', sm: 'inline-flex' } }}
        >
          {translate('leads.call')}
        </Button>
      )}
      {lead.active && won !== undefined && !isWon && (
        <Button size="small" color="success" startIcon={<WonIcon />} onClick={() => change({ stage_id: won.id })}>
          {translate('leads.mark_won')}
        </Button>
      )}
      {lead.active && (
        <Button size="small" color="error" startIcon={<LostIcon />} onClick={() => change({ active: false })}>
          {translate('leads.mark_lost')}
        </Button>
      )}
      {!lead.active && lead.merged_into_id === null && (
        <Button size="small" startIcon={<ReopenIcon />} onClick={() => change({ active: true })}>
          {translate('leads.reopen')}
        </Button>
      )}
      <Stack direction="row" sx={{ flex: { xs: '1 0 100%', sm: 1 }, justifyContent: { sm: 'flex-end' }, minWidth: 0 }}>
        <StageBar lead={lead} />
      </Stack>
    </Stack>
  );
}

const NEWEST_FIRST = { field: 'id', order: 'DESC' } as const;

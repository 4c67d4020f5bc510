import AbandonedIcon from '@mui/icons-material/CallEnd';
import AnsweredIcon from '@mui/icons-material/Check';
import FailedIcon from '@mui/icons-material/ErrorOutlined';
import InProgressIcon from '@mui/icons-material/PhoneInTalk';
import BusyIcon from '@mui/icons-material/PhoneLocked';
import MissedIcon from '@mui/icons-material/PhoneMissed';
import VoicemailIcon from '@mui/icons-material/Voicemail';
import Box from '@mui/material/Box';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import { useTranslate } from 'react-admin';
import type { Outcome } from '../api/types.ts';
import { OUTCOME_COLOURS } from '../theme/palette.ts';

/** How a call ended: by icon, word and colour. */
export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const translate = useTranslate();
  const Icon = ICONS[outcome];
  return (
    <Box
      component="span"
      sx={({ palette }) => ({
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        px: 1,
        py: 0.25,
        borderRadius: 4,
        fontSize: '0.8125rem',
        fontWeight: 600,
        whiteSpace: 'nowrap',
        color: OUTCOME_COLOURS[palette.mode][outcome].text,
        backgroundColor: OUTCOME_COLOURS[palette.mode][outcome].ground,
      })}
    >
      <Icon sx={{ fontSize: '1rem' }} aria-hidden />
      {translate(`outcome.${outcome}`)}
    </Box>
  );
}

const ICONS: Readonly<Record<Outcome, ComponentType<SvgIconProps>>> = {
  answered: AnsweredIcon,
  missed: MissedIcon,
  busy: BusyIcon,
  abandoned: AbandonedIcon,
  voicemail: VoicemailIcon,
  in_progress: InProgressIcon,
  failed: FailedIcon,
};

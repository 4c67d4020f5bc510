import CloseIcon from '@mui/icons-material/Close';
import MinimiseIcon from '@mui/icons-material/Remove';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { About } from './about.tsx';
import { CallState } from './call-state.tsx';
import { put } from './kept.ts';
import { PopupNote } from './popup-note.tsx';
import { SmallPopup } from './small-popup.tsx';
import { useCallerName } from './use-caller-name.ts';
import type { MyCall } from './use-my-calls.ts';
import { WhichLead } from './which-lead.tsx';

/** One call: who it is, what is known of them, and room for a note. It takes no focus: somebody may be typing. */
export function CallPopup({ call, isSmall }: { call: MyCall; isSmall: boolean }) {
  const translate = useTranslate();
  const name = useCallerName(call);
  const { id } = call.call_record;
  const large = (
    // Out of sight while it is small, and still there: what was half typed stays.
    <Paper
      elevation={8}
      component="article"
      aria-label={name}
      // Whoever works in it keeps it, whatever rings meanwhile.
      onFocus={() => put(id, 'large')}
      sx={{
        ...(isSmall && { display: 'none' }),
        flexShrink: 0,
        borderTop: 4,
        borderColor: call.state === 'ended' ? 'divider' : 'secondary.main',
        overflow: 'hidden',
      }}
    >
      <Stack direction="row" sx={{ alignItems: 'center', pl: 2, pr: 0.5, pt: 0.5 }}>
        <CallState call={call} />
        <Box sx={{ flex: 1 }} />
        <Tooltip title={translate('popup.minimise')}>
          <IconButton size="small" aria-label={translate('popup.minimise')} onClick={() => put(id, 'small')}>
            <MinimiseIcon fontSize="small" />
          </IconButton>
        </Tooltip>
        <Tooltip title={translate('popup.dismiss')}>
          <IconButton size="small" aria-label={translate('popup.dismiss')} onClick={() => put(id, 'dismissed')}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      </Stack>
      <Stack spacing={1.25} sx={{ px: 2, pb: 2 }}>
        <Typography component="h2" sx={{ fontSize: '1.125rem', fontWeight: 600, overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
        <About call={call} />
        {call.candidates.length > 0 && <WhichLead call={call} />}
        <PopupNote call={call} />
      </Stack>
    </Paper>
  );
  return (
    <>
      {isSmall && <SmallPopup call={call} name={name} />}
      {large}
    </>
  );
}

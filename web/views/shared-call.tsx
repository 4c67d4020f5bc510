import LinkOffIcon from '@mui/icons-material/LinkOff';
import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { statusOf } from '../api/api-error.ts';
import { request } from '../api/request.ts';
import type { Schema } from '../api/types.ts';
import { CrashPage } from '../components/crash-page.tsx';
import { DirectionIcon } from '../components/direction-icon.tsx';
import { Mark } from '../components/mark.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { OutcomeBadge } from '../components/outcome-badge.tsx';
import { RecordingPlayer } from '../components/player/recording-player.tsx';
import { formatDuration } from '../format/duration.ts';
import { formatMomentInFull } from '../format/moment.ts';
import { AppearanceMenu } from '../layout/appearance-menu.tsx';

/** One call, for whoever was given its link; nothing else of the application is behind it. */
export default function SharedCall() {
  const translate = useTranslate();
  useEffect(() => {
    document.title = `${translate('shared_call.title')} · ${translate('app.name')}`;
  }, [translate]);
  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', gridTemplateRows: 'auto 1fr', p: 2 }}>
      <Stack direction="row" spacing={1.25} sx={{ alignItems: 'center' }}>
        <Mark size={34} />
        <Typography sx={{ fontWeight: 600, flex: 1 }}>{translate('app.name')}</Typography>
        <AppearanceMenu />
      </Stack>
      <Box sx={{ width: '100%', maxWidth: 640, mx: 'auto', mt: { xs: 3, sm: 8 } }}>
        <Call />
      </Box>
    </Box>
  );
}

/** While the recording is being fetched: nobody signed in, so no live events tell. */
const LOOK_AGAIN_MS = 15_000;

function Call() {
  const translate = useTranslate();
  const { token = '' } = useParams();
  const path = `/api/shared/${encodeURIComponent(token)}`;
  const { data, error, refetch } = useQuery({
    queryKey: ['shared', token],
    queryFn: ({ signal }) => request<Schema['SharedCall']>('GET', path, { signal }),
    refetchInterval: ({ state }) => (state.data?.recording_state === 'fetching' ? LOOK_AGAIN_MS : false),
  });
  if (statusOf(error) === 404)
    return (
      <MessagePage
        isWholePage
        icon={LinkOffIcon}
        title={translate('shared_call.over')}
        text={translate('shared_call.over_hint')}
      />
    );
  if (error !== null) return <CrashPage error={error} resetErrorBoundary={() => void refetch()} />;
  if (data === undefined)
    return (
      <Box sx={{ display: 'grid', placeItems: 'center' }}>
        <CircularProgress aria-label={translate('ra.page.loading')} />
      </Box>
    );
  return (
    <Paper variant="outlined" sx={{ p: { xs: 2, sm: 3 } }}>
      <Stack spacing={2}>
        <Facts call={data} />
        <RecordingPlayer call={data} address={`${path}/recording`} />
      </Stack>
    </Paper>
  );
}

function Facts({ call }: { call: Schema['SharedCall'] }) {
  const translate = useTranslate();
  const [language] = useLocaleState();
  // Whoever has the link may be anywhere: it is told in their own zone, which the words name.
  const where = { language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  const { direction, outcome, phone_number, call_date, duration, agent_name, expires_at } = call;
  return (
    <Stack spacing={0.5}>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
        <DirectionIcon direction={direction} />
        <Typography variant="h1">{phone_number === 'withheld' ? translate('phone.withheld') : phone_number}</Typography>
        <OutcomeBadge outcome={outcome} />
      </Stack>
      <Typography>{formatMomentInFull(call_date, where)}</Typography>
      <Typography variant="body2" color="textSecondary">
        {[
          translate(`direction.${direction}`),
          ...(duration > 0 ? [translate('calls.talked', { time: formatDuration(duration) })] : []),
          ...(agent_name === null ? [] : [translate('calls.with', { name: agent_name })]),
        ].join(' · ')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {translate('shared_call.until', { time: formatMomentInFull(expires_at, where) })}
      </Typography>
    </Stack>
  );
}

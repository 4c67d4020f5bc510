import DownloadIcon from '@mui/icons-material/Download';
import ForwardIcon from '@mui/icons-material/Forward5';
import BackIcon from '@mui/icons-material/Replay5';
import MutedIcon from '@mui/icons-material/VolumeOff';
import VolumeIcon from '@mui/icons-material/VolumeUp';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { lazy, type ReactNode, Suspense, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { formatDuration } from '../../format/duration.ts';
import { loadPart } from '../../updates/load-part.ts';
import { PlayButton } from './play-button.tsx';
import { Position } from './position.tsx';
import { seek, toggleMute, useSoundOf } from './sound.ts';
import { SpeedMenu } from './speed-menu.tsx';
import { usePlayerKeys } from './use-player-keys.ts';

const Waveform = lazy(() => loadPart(() => import('./waveform.tsx')));

type Props = { address: string; seconds: number | null; mayDownload: boolean };

/** Plays a recording: what it looks like, where it stands, and all that moves it. */
export function SoundPlayer({ address, seconds, mayDownload }: Props) {
  const translate = useTranslate();
  const player = useRef<HTMLElement>(null);
  const sound = useSoundOf(address);
  const length = sound.length ?? seconds ?? 0;
  usePlayerKeys(address, sound, player);
  return (
    <Box role="group" ref={player} aria-label={translate('player.recording')} tabIndex={-1} sx={{ outline: 'none' }}>
      <Suspense fallback={<Box sx={{ height: WAVEFORM_HEIGHT }} />}>
        <Waveform address={address} loaded={sound.loaded} height={WAVEFORM_HEIGHT} />
      </Suspense>
      <Position address={address} time={sound.time} length={length} />
      <Stack direction="row" sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Action label="player.back" keys="J" onClick={() => seek(address, sound.time - 5)}>
          <BackIcon />
        </Action>
        <PlayButton address={address} size="medium" keys="K" />
        <Action label="player.forward" keys="L" onClick={() => seek(address, sound.time + 5)}>
          <ForwardIcon />
        </Action>
        <Typography variant="body2" sx={{ mx: 1, fontVariantNumeric: 'tabular-nums' }}>
          {formatDuration(sound.time)} / {formatDuration(length)}
        </Typography>
        <Box sx={{ flex: 1 }} />
        {/* On a phone the tools of a row of their own. */}
        <Box sx={{ flexBasis: { xs: '100%', sm: 0 } }} />
        <SpeedMenu />
        <Action label={sound.muted ? 'player.unmute' : 'player.mute'} keys="M" onClick={toggleMute}>
          {sound.muted ? <MutedIcon /> : <VolumeIcon />}
        </Action>
        {mayDownload && (
          <Tooltip title={translate('player.download')}>
            <IconButton component="a" href={`${address}?download=1`} download aria-label={translate('player.download')}>
              <DownloadIcon />
            </IconButton>
          </Tooltip>
        )}
      </Stack>
      {sound.failed && (
        <Alert severity="warning" role="alert">
          {translate('player.cannot_play')}
        </Alert>
      )}
    </Box>
  );
}

const WAVEFORM_HEIGHT = 64;

type ActionProps = { label: string; keys: string; onClick: () => void; children: ReactNode };

function Action({ label, keys, onClick, children }: ActionProps) {
  const translate = useTranslate();
  return (
    <Tooltip title={`${translate(label)} (${keys})`}>
      <IconButton aria-label={translate(label)} aria-keyshortcuts={keys.toLowerCase()} onClick={onClick}>
        {children}
      </IconButton>
    </Tooltip>
  );
}

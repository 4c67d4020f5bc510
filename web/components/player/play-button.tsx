import PauseIcon from '@mui/icons-material/Pause';
import PlayIcon from '@mui/icons-material/PlayArrow';
import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useTranslate } from 'react-admin';
import { toggle, useSoundOf } from './sound.ts';

type Props = {
  address: string;
  size: 'small' | 'medium';
  keys?: string;
  /** Whose recording it is, where several stand on a page. */
  of?: string | undefined;
};

/** Plays and pauses; a ring says how far it is, or that the sound is still coming. */
export function PlayButton({ address, size, keys, of }: Props) {
  const translate = useTranslate();
  const { playing, waiting, time, length, loaded } = useSoundOf(address);
  const action = translate(playing ? 'player.pause' : 'player.play');
  const label = of === undefined ? action : translate('player.of', { action, name: of });
  const ring = size === 'small' ? 34 : 44;
  return (
    <Tooltip title={keys === undefined ? action : `${action} (${keys})`}>
      <IconButton
        size={size}
        color="primary"
        aria-label={label}
        aria-keyshortcuts={keys?.toLowerCase()}
        onClick={(event) => {
          event.stopPropagation();
          toggle(address);
        }}
      >
        {playing ? <PauseIcon fontSize="inherit" /> : <PlayIcon fontSize="inherit" />}
        {loaded && (
          <Box sx={{ position: 'absolute', inset: 0, display: 'grid', placeItems: 'center' }} aria-hidden>
            <CircularProgress
              size={ring}
              thickness={2}
              {...(!waiting && { variant: 'determinate', value: progress(time, length) })}
            />
          </Box>
        )}
      </IconButton>
    </Tooltip>
  );
}

function progress(time: number, length: number | undefined): number {
  return length === undefined || length === 0 ? 0 : Math.min(100, (time / length) * 100);
}

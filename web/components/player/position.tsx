import Slider from '@mui/material/Slider';
import { useTranslate } from 'react-admin';
import { formatDuration } from '../../format/duration.ts';
import { seek } from './sound.ts';

type Props = { address: string; time: number; length: number };

/** Where the recording stands, and moves it there; arrows by five seconds, Page Up and Down by half a minute. */
export function Position({ address, time, length }: Props) {
  const translate = useTranslate();
  return (
    <Slider
      size="small"
      value={Math.min(time, length)}
      max={length}
      step={1}
      shiftStep={30}
      disabled={length === 0}
      aria-label={translate('player.position')}
      getAriaValueText={(value) =>
        translate('player.position_of', { time: formatDuration(value), length: formatDuration(length) })
      }
      onChange={(_event, value) => seek(address, Number(value))}
      sx={{ display: 'block', py: 1 }}
    />
  );
}

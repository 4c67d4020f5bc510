import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import WaveSurfer from 'wavesurfer.js';
import { absolute, mediaElement, seek } from './sound.ts';

type Props = { address: string; loaded: boolean; height: number };

/**
 * What the recording looks like. It is drawn once somebody listens: to draw it, all of it is loaded, and what is loaded
 * counts as heard in the log of listens. The slider below says the same to those who do not see it.
 */
export default function Waveform({ address, loaded, height }: Props) {
  const translate = useTranslate();
  const { palette } = useTheme();
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    if (place.current === null || !loaded) return;
    const wave = WaveSurfer.create({
      container: place.current,
      media: mediaElement(),
      height,
      barWidth: 2,
      barGap: 1,
      barRadius: 2,
      cursorWidth: 2,
      sampleRate: TELEPHONE_SAMPLE_RATE,
      normalize: true,
      waveColor: palette.text.disabled,
      progressColor: palette.primary.main,
      cursorColor: palette.text.primary,
    });
    wave.on('ready', () => setDrawn(true));
    wave.on('interaction', (time) => seek(address, time));
    // A recording that cannot be drawn can still be heard, and the slider moves it.
    wave.load(absolute(address)).catch(() => undefined);
    return () => {
      setDrawn(false);
      wave.destroy();
    };
  }, [address, loaded, height, palette]);
  return (
    <Box sx={{ position: 'relative', height }}>
      <Box ref={place} aria-hidden sx={{ position: 'absolute', inset: 0, opacity: drawn ? 1 : 0 }} />
      {!drawn && (
        <Box sx={{ height, display: 'grid', placeItems: 'center', bgcolor: 'background.default', borderRadius: 1 }}>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {translate(loaded ? 'player.drawing' : 'player.press_play')}
          </Box>
        </Box>
      )}
    </Box>
  );
}

/** Calls carry nothing above 4 kHz: a finer picture only takes memory. */
const TELEPHONE_SAMPLE_RATE = 8_000;

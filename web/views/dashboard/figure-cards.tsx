import Box from '@mui/material/Box';
import { useFormat } from '../../format/use-format.ts';
import { FigureCard } from './figure-card.tsx';
import type { Figures } from './figures.ts';
import type { Days } from './period.ts';
import { callsAddress, leadsAddress, NOT_ANSWERED } from './rows-address.ts';

type Props = { days: Days; figures: Figures; before: Figures };

/** What a manager asks first. */
export function FigureCards({ days, figures, before }: Props) {
  const { number, share, duration } = useFormat();
  const of = (name: keyof Figures) => ({ name, value: figures[name], before: before[name] });
  return (
    <Box
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, 1fr)', lg: 'repeat(4, 1fr)' } }}
    >
      <FigureCard {...of('calls')} show={number} to={callsAddress(days)} />
      <FigureCard
        {...of('answered')}
        show={number}
        moreIsBetter
        to={callsAddress(days, { direction: 'inbound', outcome: ['answered'] })}
      />
      <FigureCard
        {...of('missed_share')}
        show={share}
        moreIsBetter={false}
        to={callsAddress(days, { direction: 'inbound', outcome: NOT_ANSWERED })}
      />
      <FigureCard
        {...of('answered_within_20')}
        show={share}
        moreIsBetter
        to={callsAddress(days, { direction: 'inbound', outcome: ['answered'], ring_seconds_lte: 20 })}
      />
      <FigureCard
        {...of('ring_seconds')}
        show={duration}
        moreIsBetter={false}
        to={callsAddress(days, { direction: 'inbound', outcome: ['answered'], ring_seconds_gte: 0 })}
      />
      <FigureCard {...of('talk_seconds')} show={duration} to={callsAddress(days, { outcome: ['answered'] })} />
      <FigureCard {...of('new_leads')} show={number} moreIsBetter to={leadsAddress(days)} />
      <FigureCard {...of('conversion')} show={share} moreIsBetter />
    </Box>
  );
}

import Box from '@mui/material/Box';
import { useFormat } from '../../format/use-format.ts';
import { FigureCard } from './figure-card.tsx';
import type { Figures } from './figures.ts';
import type { Days } from './period.ts';
import { callRows, newLeadsAddress, wonLeadsAddress } from './rows-address.ts';

type Props = { days: Days; figures: Figures; before: Figures };

/** What a manager asks first. */
export function FigureCards({ days, figures, before }: Props) {
  const { number, share, duration } = useFormat();
  const to = { ...callRows(days), new_leads: newLeadsAddress(days), won_leads: wonLeadsAddress(days) };
  const of = (name: keyof Figures) => ({ name, value: figures[name], before: before[name] });
  const part = (name: 'inbound' | 'missed' | 'rung' | 'rung_20' | 'new_leads' | 'won_leads') => ({
    name,
    count: figures[name],
    to: to[name],
  });
  return (
    <Box
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, 1fr)', lg: 'repeat(4, 1fr)' } }}
    >
      <FigureCard {...of('calls')} show={number} to={to.calls} />
      <FigureCard {...of('answered')} show={number} moreIsBetter to={to.answered} />
      <FigureCard
        {...of('missed_share')}
        show={share}
        moreIsBetter={false}
        to={to.missed}
        parts={[part('missed'), part('inbound')]}
      />
      <FigureCard
        {...of('answered_within_20')}
        show={share}
        moreIsBetter
        to={to.rung_20}
        parts={[part('rung_20'), part('rung')]}
      />
      <FigureCard {...of('ring_seconds')} show={duration} moreIsBetter={false} to={to.rung} />
      <FigureCard {...of('talk_seconds')} show={duration} to={to.talked} />
      <FigureCard {...of('new_leads')} show={number} moreIsBetter to={to.new_leads} />
      <FigureCard
        {...of('conversion')}
        show={share}
        moreIsBetter
        to={to.won_leads}
        parts={[part('won_leads'), part('new_leads')]}
      />
    </Box>
  );
}

import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { request } from '../../../api/request.ts';
import type { CallRecord, Schema } from '../../../api/types.ts';
import { Section } from '../../../components/section.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { said } from '../../../i18n/said.ts';

/** How the call came about: every webhook event that made it, in words. */
export function CallEvents({ call: { id } }: { call: CallRecord }) {
  const translate = useTranslate();
  const format = useFormat();
  const words = useEventWords();
  const { data, isPending, error } = useQuery({
    queryKey: ['call-records', 'events', id],
    queryFn: ({ signal }) =>
      request<{ data: Schema['CallEvent'][] }>('GET', `/api/call-records/${id}/events`, { signal }),
  });
  const events = data?.data ?? [];
  return (
    <Section title={translate('calls.events')}>
      {error !== null && <Typography variant="body2">{translate('errors.title')}</Typography>}
      {!isPending && error === null && events.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {translate('calls.no_events')}
        </Typography>
      )}
      <Stack component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {events.map((event, index) => (
          <Stack key={event.id} component="li" direction="row" spacing={1.5}>
            <Typography variant="body2" color="textSecondary" sx={{ minWidth: 72, whiteSpace: 'nowrap' }}>
              <time dateTime={event.received_at} title={format.momentInFull(event.received_at)}>
                {format.clock(event.received_at)}
              </time>
            </Typography>
            <Line last={index === events.length - 1} filled={event.final} />
            <Typography variant="body2" sx={{ pb: 1.5, overflowWrap: 'anywhere' }}>
              {words(event)}
            </Typography>
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}

function Line({ last, filled }: { last: boolean; filled: boolean }) {
  return (
    <Stack aria-hidden sx={{ alignItems: 'center', pt: 0.75 }}>
      <Box
        sx={{
          width: 10,
          height: 10,
          borderRadius: '50%',
          border: 2,
          borderColor: 'primary.main',
          bgcolor: filled ? 'primary.main' : 'transparent',
        }}
      />
      {!last && <Box sx={{ flex: 1, width: 2, bgcolor: 'divider' }} />}
    </Stack>
  );
}

/** An event as a sentence: what happened, to whom, on which number, and what came of it. */
function useEventWords(): (event: Schema['CallEvent']) => string {
  const translate = useTranslate();
  const format = useFormat();
  return ({
    outcome,
    final,
    direction,
    agent_name,
    agent_phone,
    virtual_number,
    duration,
    has_recording,
    state,
    reason,
    reason_sentences,
  }) => {
    const agent = agent_name ?? (agent_phone === null ? undefined : format.phone(agent_phone));
    const what =
      final && outcome !== null
        ? translate(`calls.event.${outcome}`)
        : translate(duration > 0 ? 'calls.event.talking' : `calls.event.ringing_${direction ?? 'inbound'}`);
    return [
      what,
      ...(agent === undefined ? [] : [translate('calls.with', { name: agent })]),
      ...(virtual_number === null ? [] : [translate('calls.on_number', { number: format.phone(virtual_number) })]),
      ...(duration > 0 ? [translate('calls.talked', { time: format.duration(duration) })] : []),
      ...(has_recording ? [translate('calls.event.recording')] : []),
      ...(state === 'processed'
        ? []
        : [translate(`calls.event_state.${state}`, { reason: said(reason ?? '', reason_sentences) })]),
    ].join(' · ');
  };
}

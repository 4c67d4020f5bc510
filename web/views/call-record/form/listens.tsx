import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { request } from '../../../api/request.ts';
import type { Answer, CallRecord } from '../../../api/types.ts';
import { Moment } from '../../../components/moment.tsx';
import { Section } from '../../../components/section.tsx';

/** Who has heard the recording. */
export function CallListens({ call: { id } }: { call: CallRecord }) {
  const translate = useTranslate();
  const { data } = useQuery({
    queryKey: ['call-records', 'listens', id],
    queryFn: ({ signal }) =>
      request<Answer<'/api/call-records/{id}/listens'>>('GET', `/api/call-records/${id}/listens`, { signal }),
  });
  if (data === undefined) return null;
  return (
    <Section title={translate('calls.listens')}>
      {data.data.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {translate('calls.no_listens')}
        </Typography>
      )}
      <Stack component="ul" spacing={0.5} sx={{ listStyle: 'none', p: 0, m: 0, maxHeight: 220, overflowY: 'auto' }}>
        {data.data.map((listen) => (
          <Typography key={listen.id} component="li" variant="body2">
            {listen.user_name ?? translate('calls.by_link')} ·{' '}
            <Typography component="span" variant="body2" color="textSecondary">
              <Moment value={listen.create_date} />
            </Typography>
          </Typography>
        ))}
      </Stack>
    </Section>
  );
}

import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useNotify, useTranslate, useUpdate } from 'react-admin';
import type { MyCall } from './use-my-calls.ts';

/** Several open leads have this number: the one that is chosen gets this call, and the number's next ones. */
export function WhichLead({ call: { call_record, lead, candidates } }: { call: MyCall }) {
  const translate = useTranslate();
  const notify = useNotify();
  const [update, { isPending }] = useUpdate();
  const choose = (lead_id: number) =>
    update(
      'call-records',
      { id: call_record.id, data: { lead_id }, previousData: call_record },
      {
        onSuccess: () => notify('popup.chosen', { type: 'success' }),
        onError: ({ message }: Error) => notify(message, { type: 'error' }),
      },
    );
  return (
    <Stack spacing={0.5} role="group" aria-label={translate('popup.which_lead')}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {translate('popup.which_lead')}
      </Typography>
      {candidates
        .filter(({ id }) => id !== lead?.id)
        .map(({ id, name, stage_name, user_name }) => (
          <Button
            key={id}
            size="small"
            variant="outlined"
            disabled={isPending}
            onClick={() => void choose(id)}
            sx={{ justifyContent: 'flex-start', textAlign: 'left' }}
          >
            {[name, stage_name, user_name].filter((part) => part !== null).join(' · ')}
          </Button>
        ))}
    </Stack>
  );
}

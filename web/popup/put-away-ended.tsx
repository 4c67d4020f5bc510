import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { put } from './kept.ts';
import type { MyCall } from './use-my-calls.ts';

/** Fewer are put away one by one. */
const MANY = 3;

/** Calls stay for an hour after their end: on a busy day one press clears the screen of them. */
export function PutAwayEnded({ calls }: { calls: readonly MyCall[] }) {
  const translate = useTranslate();
  const ended = calls.filter(({ state }) => state === 'ended');
  if (ended.length < MANY) return null;
  return (
    <Button
      size="small"
      variant="outlined"
      onClick={() => {
        for (const { call_record } of ended) put(call_record.id, 'dismissed');
      }}
      sx={{ alignSelf: 'flex-end', flexShrink: 0, bgcolor: 'background.paper', boxShadow: 4 }}
    >
      {translate('popup.put_away_ended')}
    </Button>
  );
}

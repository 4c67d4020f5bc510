import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { CallState } from './call-state.tsx';
import { put } from './kept.ts';
import type { MyCall } from './use-my-calls.ts';

/** The call as a pill with its clock; a press makes it large again. */
export function SmallPopup({ call, name }: { call: MyCall; name: string }) {
  const translate = useTranslate();
  return (
    <Button
      variant="outlined"
      aria-label={translate('popup.enlarge', { name })}
      onClick={() => put(call.call_record.id, 'large')}
      sx={{ alignSelf: 'flex-end', flexShrink: 0, bgcolor: 'background.paper', borderRadius: 5, boxShadow: 4, gap: 1 }}
    >
      <CallState call={call} />
      {name}
    </Button>
  );
}

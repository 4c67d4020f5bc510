import CallIcon from '@mui/icons-material/CallOutlined';
import TakeIcon from '@mui/icons-material/PanToolAltOutlined';
import ReopenIcon from '@mui/icons-material/ReplayOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useTranslate } from 'react-admin';
import { mayDo } from '../../api/access.ts';
import { useSession } from '../../api/session.ts';
import type { MissedCall } from '../../api/types.ts';
import { telephoneLink } from '../../format/phone-number.ts';
import { MoreMenu } from './more-menu.tsx';
import { useDeeds } from './use-deeds.ts';

/** Call back, take, snooze, not needed; a closed row can be reopened. */
export function Actions({ row }: { row: MissedCall }) {
  const translate = useTranslate();
  const session = useSession();
  const { take, reopen } = useDeeds(row);
  const mayWork = mayDo(session, 'missed-calls', 'edit');
  const isMine = row.user_id === session.user.id;
  if (row.state === 'closed')
    return mayWork && row.closed_rule === 'not_needed' ? (
      <Button size="small" startIcon={<ReopenIcon />} onClick={() => void reopen()}>
        {translate('missed.reopen')}
      </Button>
    ) : null;
  return (
    <Stack direction="row" spacing={0.5} sx={{ justifyContent: 'flex-end', alignItems: 'center' }}>
      {row.phone_number !== null && (
        <Button
          size="small"
          variant="contained"
          startIcon={<CallIcon />}
          href={telephoneLink(row.phone_sanitized ?? row.phone_number)}
          data-call
          sx={ON_ONE_LINE}
        >
          {translate('missed.call_back')}
        </Button>
      )}
      {mayWork && !isMine && (
        <Button size="small" startIcon={<TakeIcon />} onClick={() => void take()} data-take sx={ON_ONE_LINE}>
          {translate('missed.take')}
        </Button>
      )}
      {mayWork && <MoreMenu row={row} />}
    </Stack>
  );
}

const ON_ONE_LINE = { whiteSpace: 'nowrap', flexShrink: 0 } as const;

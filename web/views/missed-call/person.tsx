import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { mayDo } from '../../api/access.ts';
import { useSession } from '../../api/session.ts';
import type { MissedCall } from '../../api/types.ts';
import { PhoneNumber } from '../../components/phone-number.tsx';

/** Whom we owe a call: the lead's name above the number. */
export function Person({ row: { lead_id, lead_name, stage_name, phone_number } }: { row: MissedCall }) {
  const session = useSession();
  const seesLead = lead_id !== null && mayDo(session, 'leads', 'show');
  return (
    <Stack sx={{ minWidth: 0 }}>
      {lead_name !== null && (
        <Typography variant="body2" component="span" sx={{ fontWeight: 600 }} noWrap>
          {seesLead ? (
            <Link
              component={RouterLink}
              to={`/leads/${lead_id}/show`}
              data-row
              color="inherit"
              underline="hover"
              sx={{ display: 'inline-block', lineHeight: '24px' }}
            >
              {lead_name}
            </Link>
          ) : (
            <span data-row tabIndex={-1}>
              {lead_name}
            </span>
          )}
        </Typography>
      )}
      <Typography variant="body2" component="span" color="textSecondary">
        <PhoneNumber value={phone_number} />
        {stage_name !== null && ` · ${stage_name}`}
      </Typography>
    </Stack>
  );
}

import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { mayDo } from '../../api/access.ts';
import { useSession } from '../../api/session.ts';
import type { MissedCall, Session } from '../../api/types.ts';
import { PhoneNumber } from '../../components/phone-number.tsx';
import { useFormat } from '../../format/use-format.ts';
import { NAME_WIDTH } from '../../theme/on-a-laptop.ts';

/** Whom we owe a call: the lead's name above the number. Who is no lead is known by the last call. */
export function Person({ row }: { row: MissedCall }) {
  const session = useSession();
  const translate = useTranslate();
  const format = useFormat();
  const { lead_name, stage_name, phone_number } = row;
  const to = pathOf(row, session);
  const name = lead_name ?? (phone_number === null ? translate('phone.withheld') : format.phone(phone_number));
  return (
    <Stack sx={{ minWidth: 0, maxWidth: { md: NAME_WIDTH } }}>
      <Typography variant="body2" component="span" sx={{ fontWeight: 600 }} noWrap title={name}>
        {to === undefined ? (
          <span data-row tabIndex={-1}>
            {name}
          </span>
        ) : (
          <Link
            component={RouterLink}
            to={to}
            data-row
            color="inherit"
            underline="hover"
            sx={{
              display: 'inline-block',
              maxWidth: '100%',
              lineHeight: '24px',
              overflow: 'hidden',
              textOverflow: 'ellipsis',
              verticalAlign: 'bottom',
            }}
          >
            {name}
          </Link>
        )}
      </Typography>
      {lead_name !== null && (
        <Typography variant="body2" component="span" color="textSecondary">
          <PhoneNumber value={phone_number} />
          {stage_name !== null && ` · ${stage_name}`}
        </Typography>
      )}
    </Stack>
  );
}

function pathOf({ lead_id, last_call_record_id }: MissedCall, session: Session): string | undefined {
  if (lead_id !== null && mayDo(session, 'leads', 'show')) return `/leads/${lead_id}/show`;
  return mayDo(session, 'call-records', 'show') ? `/call-records/${last_call_record_id}/show` : undefined;
}

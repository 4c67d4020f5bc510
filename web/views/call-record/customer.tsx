import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { CallRecord } from '../../api/types.ts';
import { PhoneNumber } from '../../components/phone-number.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { NAME_WIDTH } from '../../theme/on-a-laptop.ts';

/** Who called, or was called: the lead's name above the number. */
export function Customer({ call: { lead_name, caller_name, phone_number } }: { call: CallRecord }) {
  const name = lead_name ?? caller_name;
  return (
    <Stack sx={{ minWidth: 0, maxWidth: { md: NAME_WIDTH } }}>
      {name !== null && (
        <Typography variant="body2" component="span" sx={{ fontWeight: 600 }} noWrap title={name}>
          <RowLink>{name}</RowLink>
        </Typography>
      )}
      <Typography variant="body2" component="span" color="textSecondary">
        {name === null ? (
          <RowLink>
            <PhoneNumber value={phone_number} />
          </RowLink>
        ) : (
          <PhoneNumber value={phone_number} />
        )}
      </Typography>
    </Stack>
  );
}

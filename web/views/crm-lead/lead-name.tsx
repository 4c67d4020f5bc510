import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Lead } from '../../api/types.ts';
import { RowLink } from '../../components/row-link.tsx';

/** What a lead is called, above whom one speaks with where that is somebody else. */
export function LeadName({ lead: { name, contact_name } }: { lead: Pick<Lead, 'name' | 'contact_name'> }) {
  return (
    <Stack sx={{ minWidth: 0, maxWidth: 320 }}>
      <Typography variant="body2" component="span" sx={{ fontWeight: 600 }} noWrap>
        <RowLink>{name}</RowLink>
      </Typography>
      {contact_name !== null && contact_name !== name && (
        <Typography variant="body2" component="span" color="textSecondary" noWrap>
          {contact_name}
        </Typography>
      )}
    </Stack>
  );
}

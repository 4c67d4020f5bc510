import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { OdooDelivery } from '../../api/types.ts';
import { useFormat } from '../../format/use-format.ts';

/** Which record it is about, and where that stands here. */
export function DeliveryRecord({ delivery: { model, record_id, name } }: { delivery: OdooDelivery }) {
  const translate = useTranslate();
  const format = useFormat();
  const isLead = model === 'crm.lead';
  const known = name === null || isLead ? name : format.phone(name);
  return (
    <Stack sx={{ minWidth: 0 }}>
      <Link component={RouterLink} to={`/${isLead ? 'leads' : 'call-records'}/${record_id}/show`} noWrap>
        {known ?? `#${record_id}`}
      </Link>
      <Typography variant="body2" component="span" color="textSecondary">
        {translate(isLead ? 'odoo.kind_lead' : 'odoo.kind_call')}
      </Typography>
    </Stack>
  );
}

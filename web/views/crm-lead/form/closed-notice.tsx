import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Lead } from '../../../api/types.ts';
import { leadPath } from '../lead-path.ts';

/** Why a lead is out of sight. */
export function ClosedNotice({ lead: { active, merged_into_id } }: { lead: Lead }) {
  const translate = useTranslate();
  if (active) return null;
  if (merged_into_id === null) return <Alert severity="info">{translate('leads.is_archived')}</Alert>;
  return (
    <Alert severity="info">
      {translate('merge.is_merged')}{' '}
      <Link component={RouterLink} to={leadPath(merged_into_id)}>
        {translate('merge.open_kept')}
      </Link>
    </Alert>
  );
}

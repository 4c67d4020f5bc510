import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useGetMany, useGetOne, useResourceDefinitions, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { mayDo } from '../../../api/access.ts';
import { useSession } from '../../../api/session.ts';
import type { CallRecord, Schema } from '../../../api/types.ts';
import { Section } from '../../../components/section.tsx';
import { LeadDialog } from './lead-dialog.tsx';

type Lead = Schema['Lead'];

/** The lead that the call stands on, why, and the others it could have stood on. */
export function CallLead({ call }: { call: CallRecord }) {
  const translate = useTranslate();
  const session = useSession();
  const [moving, setMoving] = useState<{ to: number | null }>();
  const mayMove = mayDo(session, 'call-records', 'edit');
  const { lead_id, lead_name, lead_rule, lead_candidates } = call;
  const { data: lead } = useGetOne<Lead>('leads', { id: lead_id ?? 0 }, { enabled: lead_id !== null });
  const { data: others = [] } = useGetMany<Lead>(
    'leads',
    { ids: lead_candidates },
    { enabled: lead_candidates.length > 0 },
  );
  return (
    <Section
      title={translate('calls.lead')}
      action={
        mayMove && (
          <Button size="small" onClick={() => setMoving({ to: null })}>
            {translate('calls.other_lead')}
          </Button>
        )
      }
    >
      {lead_id === null ? (
        <Typography color="textSecondary">{translate('calls.no_lead')}</Typography>
      ) : (
        <Stack spacing={0.25}>
          <LeadName id={lead_id} name={lead?.name ?? lead_name ?? `#${lead_id}`} />
          {lead !== undefined && (
            <Typography variant="body2" color="textSecondary">
              {[
                lead.stage_name,
                lead.user_name ?? translate('calls.nobody'),
                translate('calls.count', { smart_count: lead.call_count }),
              ].join(' · ')}
            </Typography>
          )}
        </Stack>
      )}
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {translate(`rules.lead.${lead_rule}`, { _: lead_rule })}
      </Typography>
      {lead_candidates.length > 0 && (
        <>
          <Typography variant="body2" sx={{ mt: 1.5, fontWeight: 600 }}>
            {translate('calls.candidates', { smart_count: lead_candidates.length })}
          </Typography>
          <Stack component="ul" spacing={0.5} sx={{ listStyle: 'none', p: 0, m: 0, mt: 0.5 }}>
            {others.map(
              (other) =>
                other !== undefined &&
                other.id !== lead_id && (
                  <Stack key={other.id} component="li" direction="row" spacing={1} sx={{ alignItems: 'center' }}>
                    <Typography variant="body2" noWrap sx={{ flex: 1 }}>
                      <LeadName id={other.id} name={other.name} /> · {other.stage_name}
                    </Typography>
                    {mayMove && (
                      <Button size="small" onClick={() => setMoving({ to: other.id })}>
                        {translate('calls.put_here')}
                      </Button>
                    )}
                  </Stack>
                ),
            )}
          </Stack>
        </>
      )}
      {moving !== undefined && <LeadDialog call={call} to={moving.to} onClose={() => setMoving(undefined)} />}
    </Section>
  );
}

function LeadName({ id, name }: { id: number; name: string }) {
  const { leads } = useResourceDefinitions();
  const view = leads?.hasShow === true ? '/show' : leads?.hasEdit === true ? '' : undefined;
  if (view === undefined) return <strong>{name}</strong>;
  return (
    <Link component={RouterLink} to={`/leads/${id}${view}`} sx={{ fontWeight: 600 }}>
      {name}
    </Link>
  );
}

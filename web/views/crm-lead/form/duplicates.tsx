import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { mayDo } from '../../../api/access.ts';
import { request } from '../../../api/request.ts';
import { useSession } from '../../../api/session.ts';
import type { Answer, Lead } from '../../../api/types.ts';
import { leadPath } from '../lead-path.ts';
import { MergeDialog } from '../merge/merge-dialog.tsx';
import { MOST_COMPARED } from '../merge/most-compared.ts';

/** Says that other leads have this one's number or address, and leads to making them one. */
export function LeadDuplicates({ lead }: { lead: Lead }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const session = useSession();
  const [comparing, setComparing] = useState(false);
  const others = useDuplicates(lead);
  if (others.length === 0) return null;
  return (
    <Alert severity="warning" slotProps={{ message: { sx: { flex: 1 } } }}>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' }}>
        <span>
          {translate('merge.others', {
            smart_count: others.length,
            names: others
              .slice(0, MOST_COMPARED - 1)
              .map(({ name }) => `“${name}”`)
              .join(', '),
          })}
        </span>
        {mayDo(session, 'lead-merges', 'create') && (
          <Button color="inherit" size="small" variant="outlined" onClick={() => setComparing(true)}>
            {translate('merge.compare_and_merge')}
          </Button>
        )}
      </Stack>
      {comparing && (
        <MergeDialog
          leads={[lead, ...others.slice(0, MOST_COMPARED - 1)]}
          keep={lead}
          onClose={() => setComparing(false)}
          onMerged={(kept) => {
            setComparing(false);
            if (kept.id !== lead.id) void navigate(leadPath(kept.id));
          }}
        />
      )}
    </Alert>
  );
}

/** Named after the resource, so that live changes load them anew. */
function useDuplicates({ id, active }: Lead): Lead[] {
  const { data } = useQuery({
    queryKey: ['leads', 'duplicates', id],
    queryFn: ({ signal }) =>
      request<Answer<'/api/leads/{id}/duplicates'>>('GET', `/api/leads/${id}/duplicates`, { signal }),
    enabled: active,
  });
  return active ? (data?.data ?? []) : [];
}

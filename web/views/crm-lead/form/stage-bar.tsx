import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'react-admin';
import type { Lead } from '../../../api/types.ts';
import { useChangeLead } from '../use-change-lead.ts';
import { useStages } from '../use-stages.ts';

/** The stages in their order, with the lead's own; another one is a press away. */
export function StageBar({ lead }: { lead: Lead }) {
  const translate = useTranslate();
  const stages = useStages();
  const change = useChangeLead(lead);
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      color="primary"
      value={lead.stage_id}
      disabled={!lead.active}
      aria-label={translate('resources.leads.fields.stage_id')}
      onChange={(_event, chosen: number | null) => {
        const stage = stages.find(({ id }) => id === chosen);
        if (stage !== undefined) change({ stage_id: stage.id });
      }}
      sx={{ overflowX: 'auto', maxWidth: '100%' }}
    >
      {stages.map(({ id, name }) => (
        <ToggleButton
          key={id}
          value={id}
          sx={{ px: 1.5, py: 0.5, whiteSpace: 'nowrap', flexShrink: 0, color: 'text.secondary' }}
        >
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

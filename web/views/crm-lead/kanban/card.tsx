import { Draggable } from '@hello-pangea/dnd';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { RecordContextProvider, useTranslate } from 'react-admin';
import type { Lead } from '../../../api/types.ts';
import { FollowUpMoment } from '../../../components/follow-up/follow-up-moment.tsx';
import { OutcomeBadge } from '../../../components/outcome-badge.tsx';
import { RowLink } from '../../../components/row-link.tsx';
import { TagChips } from '../../../components/tags/tag-chips.tsx';
import { UserInitials } from '../../../components/user-initials.tsx';
import { CallButton } from '../call-button.tsx';

/** A lead on the board. */
export function KanbanCard({ lead, index }: { lead: Lead; index: number }) {
  const translate = useTranslate();
  return (
    <Draggable draggableId={String(lead.id)} index={index}>
      {({ innerRef, draggableProps, dragHandleProps }, { isDragging }) => (
        <Paper
          ref={innerRef}
          variant="outlined"
          {...draggableProps}
          {...dragHandleProps}
          // Not a button, as the library has it: there are links inside.
          role="group"
          aria-roledescription={translate('kanban.card')}
          aria-label={lead.name}
          style={draggableProps.style}
          sx={{ p: 1.25, mb: 1, cursor: 'grab', boxShadow: isDragging ? 6 : 0, userSelect: 'none' }}
        >
          <RecordContextProvider value={lead}>
            <Content lead={lead} />
          </RecordContextProvider>
        </Paper>
      )}
    </Draggable>
  );
}

function Content({ lead }: { lead: Lead }) {
  const { name, contact_name, user_name, last_call_outcome: outcome, next_follow_up_at: at, tag_ids } = lead;
  return (
    <Stack spacing={0.75}>
      <Stack direction="row" sx={{ alignItems: 'flex-start', gap: 1 }}>
        <Stack sx={{ flex: 1, minWidth: 0 }}>
          {/* Whole: the end of a number is what tells callers apart. */}
          <Typography variant="body2" component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
            <RowLink>{name}</RowLink>
          </Typography>
          {contact_name !== null && contact_name !== name && (
            <Typography variant="body2" color="textSecondary" noWrap>
              {contact_name}
            </Typography>
          )}
        </Stack>
        <CallButton lead={lead} />
      </Stack>
      <TagChips ids={tag_ids} />
      {at !== null && <FollowUpMoment at={at} />}
      <Stack direction="row" sx={{ alignItems: 'center', gap: 0.75, minHeight: 26 }}>
        {outcome !== null && <OutcomeBadge outcome={outcome} />}
        <Stack sx={{ flex: 1 }} />
        {user_name !== null && <UserInitials name={user_name} />}
      </Stack>
    </Stack>
  );
}

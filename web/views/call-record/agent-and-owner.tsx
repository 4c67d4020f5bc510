import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { CallRecord } from '../../api/types.ts';
import { PhoneNumber } from '../../components/phone-number.tsx';

/** Who spoke, and whose call it is where that is somebody else. */
export function AgentAndOwner({ call }: { call: CallRecord }) {
  const translate = useTranslate();
  const { agent_phone, user_name } = call;
  const agent_name = agentName(call);
  const agent = agent_name ?? (agent_phone === null ? null : <PhoneNumber value={agent_phone} />);
  if (agent === null)
    return (
      <Typography
        variant="body2"
        component="span"
        noWrap
        title={user_name ?? ''}
        sx={{ display: 'block', maxWidth: 200 }}
      >
        {user_name}
      </Typography>
    );
  return (
    <Stack sx={{ maxWidth: 200 }}>
      <Box component="span" sx={CUT_OFF} {...(agent_name !== null && { title: agent_name })}>
        {agent}
      </Box>
      {user_name !== null && user_name !== agent_name && (
        <Typography variant="body2" component="span" color="textSecondary" noWrap title={user_name}>
          {translate('calls.owned_by', { name: user_name })}
        </Typography>
      )}
    </Stack>
  );
}

/** A name takes one line, however long it is. */
const CUT_OFF = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** The same in words. */
export function agentAndOwner(
  call: CallRecord,
  ownedBy: (name: string) => string,
  phone: (number: string) => string,
): string {
  const { agent_phone, user_name } = call;
  const agent_name = agentName(call);
  const agent = agent_name ?? (agent_phone === null ? null : phone(agent_phone));
  if (agent === null) return user_name ?? '';
  if (user_name === null || user_name === agent_name) return agent;
  // A cell that begins with the + of a number and goes on in words would be taken for a formula (export/csv.ts).
  return (agent_name === null ? [ownedBy(user_name), agent] : [agent, ownedBy(user_name)]).join(', ');
}

/** As MCUBE names them, or as we know the one whose phone it is. */
function agentName({ agent_name, agent_user_name }: CallRecord): string | null {
  return agent_name ?? agent_user_name;
}

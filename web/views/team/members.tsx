import CloseIcon from '@mui/icons-material/Close';
import Autocomplete from '@mui/material/Autocomplete';
import IconButton from '@mui/material/IconButton';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useGetList, useNotify, useRecordContext, useRefresh, useTranslate, useUpdate } from 'react-admin';
import type { Team, User } from '../../api/types.ts';

/** As many as a team of people who answer calls has, and more. */
const MOST_USERS = 200;

/** Who is in a team. Everybody is in one at most: choosing somebody takes them out of another. */
export function TeamMembers() {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const team = useRecordContext<Team>();
  const [update] = useUpdate<User>();
  const { data: users = [] } = useGetList<User>('users', {
    pagination: { page: 1, perPage: MOST_USERS },
    sort: { field: 'name', order: 'ASC' },
    filter: { active: true },
  });
  if (team === undefined) return null;
  const members = users.filter(({ team_id }) => team_id === team.id);
  const move = (user: User, team_id: number | null) =>
    update(
      'users',
      { id: user.id, data: { team_id }, previousData: user },
      {
        onSuccess: refresh,
        onError: ({ message }) => notify(message, { type: 'error' }),
      },
    );
  return (
    <Paper variant="outlined" component="section" sx={{ flex: '1 1 320px', p: 2 }} aria-labelledby="members">
      <Typography variant="h2" id="members">
        {translate('teams.members_title')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {translate('teams.members_hint')}
      </Typography>
      <List dense>
        {members.map((user) => (
          <ListItem
            key={user.id}
            disableGutters
            secondaryAction={
              <IconButton
                edge="end"
                aria-label={translate('teams.take_out', { name: user.name })}
                onClick={() => void move(user, null)}
              >
                <CloseIcon fontSize="small" />
              </IconButton>
            }
          >
            <ListItemText primary={user.name} secondary={user.login} />
          </ListItem>
        ))}
        {members.length === 0 && <ListItem disableGutters>{translate('teams.nobody')}</ListItem>}
      </List>
      <Autocomplete
        // A new one after each choice, so that it is empty again.
        key={members.length}
        options={users.filter(({ team_id, groups }) => team_id !== team.id && !groups.includes('base.group_portal'))}
        getOptionKey={({ id }) => id}
        getOptionLabel={({ name, team_name }) => (team_name === null ? name : `${name} (${team_name})`)}
        onChange={(_event, user) => {
          if (user !== null) void move(user, team.id);
        }}
        renderInput={(parts) => <TextField {...parts} label={translate('teams.add_member')} />}
        fullWidth
      />
    </Paper>
  );
}

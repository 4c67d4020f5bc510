import GroupsIcon from '@mui/icons-material/GroupsOutlined';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { CreateButton, DataTable, TopToolbar, useTranslate } from 'react-admin';
import type { Team } from '../api/types.ts';
import { ListPage } from '../components/list-page.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { RowLink } from '../components/row-link.tsx';

const Column = DataTable.Col<Team>;

/** The teams, among whose active members calls are shared out that no rule gives to a person. */
export default function TeamList() {
  const translate = useTranslate();
  const membersOf = ({ member_ids }: Team) => translate('teams.members', { smart_count: member_ids.length });
  return (
    <ListPage<Team>
      filterDefaultValues={{ active: true }}
      sort={{ field: 'name', order: 'ASC' }}
      actions={
        <TopToolbar>
          <CreateButton label="teams.add" variant="contained" />
        </TopToolbar>
      }
      card={(team) => (
        <Stack sx={{ p: 1.5 }}>
          <Typography variant="body2" component="span" sx={{ fontWeight: 600 }}>
            <RowLink>{team.name}</RowLink>
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {membersOf(team)}
          </Typography>
        </Stack>
      )}
      empty={
        <MessagePage icon={GroupsIcon} title={translate('teams.empty')} text={translate('teams.empty_hint')}>
          <CreateButton label="teams.add" variant="contained" />
        </MessagePage>
      }
    >
      <DataTable rowClick="edit" bulkActionButtons={false}>
        <Column source="name" render={({ name }) => <RowLink>{name}</RowLink>} />
        <Column source="member_ids" disableSort render={membersOf} />
      </DataTable>
    </ListPage>
  );
}

import PeopleIcon from '@mui/icons-material/PeopleOutlined';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { CreateButton, DataTable, SelectInput, TopToolbar, useTranslate } from 'react-admin';
import type { User } from '../api/types.ts';
import { ListPage } from '../components/list-page.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { PhoneNumber } from '../components/phone-number.tsx';
import { RowLink } from '../components/row-link.tsx';
import { ROLES, roleOf, roleText } from './user/role.ts';

const Column = DataTable.Col<User>;

/** Who works here, with the numbers by which calls find them. */
export default function UserList() {
  const translate = useTranslate();
  const roleName = ({ groups }: User) => translate(roleText(roleOf(groups)));
  return (
    <ListPage<User>
      filters={FILTERS}
      filterDefaultValues={{ active: true }}
      sort={{ field: 'name', order: 'ASC' }}
      actions={
        <TopToolbar>
          <CreateButton label="users.add" variant="contained" />
        </TopToolbar>
      }
      card={(user) => <UserCard user={user} role={roleName(user)} />}
      empty={<MessagePage icon={PeopleIcon} title={translate('ra.navigation.no_results')} />}
    >
      <DataTable rowClick="edit" bulkActionButtons={false}>
        <Column source="name" render={({ name }) => <RowLink>{name}</RowLink>} />
        <Column source="login" />
        <Column source="groups" disableSort render={roleName} />
        <Column source="team_name" disableSort />
        <Column
          source="mcube_virtual_number"
          render={({ mcube_virtual_number }) => <Entered value={mcube_virtual_number} />}
        />
        <Column source="phone" render={({ phone }) => <Entered value={phone} />} />
        <Column source="active" render={({ active }) => <Active value={active} />} />
      </DataTable>
    </ListPage>
  );
}

const FILTERS = [
  <SelectInput
    key="groups"
    source="groups"
    alwaysOn
    choices={ROLES.map((id) => ({ id, name: roleText(id) }))}
    sx={{ minWidth: 160 }}
  />,
  <SelectInput
    key="active"
    source="active"
    alwaysOn
    choices={[
      { id: true, name: 'users.active' },
      { id: false, name: 'users.inactive' },
    ]}
    sx={{ minWidth: 130 }}
  />,
];

/** One that nobody entered is not one that was withheld. */
function Entered({ value }: { value: string | null }) {
  return value === null ? null : <PhoneNumber value={value} />;
}

function Active({ value }: { value: boolean }) {
  const translate = useTranslate();
  return (
    <Chip
      size="small"
      variant={value ? 'filled' : 'outlined'}
      label={translate(value ? 'users.active' : 'users.inactive')}
    />
  );
}

function UserCard({ user, role }: { user: User; role: string }) {
  return (
    <Stack direction="row" spacing={1.5} sx={{ p: 1.5, alignItems: 'center' }}>
      <Stack sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="body2" component="span" sx={{ fontWeight: 600 }} noWrap>
          <RowLink>{user.name}</RowLink>
        </Typography>
        <Typography variant="body2" color="textSecondary" noWrap>
          {[role, user.team_name].filter((part) => part !== null).join(' · ')}
        </Typography>
        <Typography variant="body2" component="span">
          <Entered value={user.mcube_virtual_number} />
        </Typography>
      </Stack>
      <Active value={user.active} />
    </Stack>
  );
}

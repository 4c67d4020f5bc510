import { BooleanInput, Create, Edit, required, SimpleForm, TextInput } from 'react-admin';
import { SaveToolbar } from '../components/save-toolbar.tsx';
import { TeamMembers } from './team/members.tsx';

/** A team begins with a name; its members are chosen on the page that opens then. */
export function TeamCreate() {
  return (
    <Create redirect="edit" sx={FORM}>
      <SimpleForm toolbar={<SaveToolbar />}>
        <TextInput source="name" validate={required()} autoComplete="off" />
      </SimpleForm>
    </Create>
  );
}

export function TeamEdit() {
  return (
    <Edit mutationMode="pessimistic" redirect="list" actions={false} sx={FORM} aside={<TeamMembers />}>
      <SimpleForm toolbar={<SaveToolbar />}>
        <TextInput source="name" validate={required()} autoComplete="off" />
        <BooleanInput source="active" helperText="teams.active_hint" />
      </SimpleForm>
    </Edit>
  );
}

const FORM = { maxWidth: 960, '& .RaEdit-main': { flexWrap: 'wrap', gap: 2 } };

import { Create, Edit, SimpleForm } from 'react-admin';
import { SaveToolbar } from '../components/save-toolbar.tsx';
import { UserFields } from './user/fields.tsx';

/** A colleague is added. */
export function UserCreate() {
  return (
    <Create redirect="list" transform={filledIn} sx={FORM}>
      <SimpleForm toolbar={<SaveToolbar />} defaultValues={{ groups: ['base.group_user'] }}>
        <UserFields isNew />
      </SimpleForm>
    </Create>
  );
}

/** Nobody is deleted, since calls and leads name them: who leaves is made inactive. */
export function UserEdit() {
  return (
    <Edit mutationMode="pessimistic" redirect="list" actions={false} transform={filledIn} sx={FORM}>
      <SimpleForm toolbar={<SaveToolbar />}>
        <UserFields isNew={false} />
      </SimpleForm>
    </Edit>
  );
}

const FORM = { maxWidth: 640 };

/** A password that was not typed is none to set. */
function filledIn({ password, ...user }: Record<string, unknown>): Record<string, unknown> {
  return password === undefined || password === null || password === '' ? user : { ...user, password };
}

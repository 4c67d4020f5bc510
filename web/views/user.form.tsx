import { Create, Edit, SaveButton, SimpleForm, Toolbar } from 'react-admin';
import { UserFields } from './user/fields.tsx';

/** A colleague is added. */
export function UserCreate() {
  return (
    <Create redirect="list" transform={filledIn} sx={FORM}>
      <SimpleForm toolbar={<SaveOnly />} defaultValues={{ groups: ['base.group_user'] }}>
        <UserFields isNew />
      </SimpleForm>
    </Create>
  );
}

/** Nobody is deleted, since calls and leads name them: who leaves is made inactive. */
export function UserEdit() {
  return (
    <Edit mutationMode="pessimistic" redirect="list" actions={false} transform={filledIn} sx={FORM}>
      <SimpleForm toolbar={<SaveOnly />}>
        <UserFields isNew={false} />
      </SimpleForm>
    </Edit>
  );
}

const FORM = { maxWidth: 640 };

function SaveOnly() {
  return (
    <Toolbar>
      <SaveButton />
    </Toolbar>
  );
}

/** A password that was not typed is none to set. */
function filledIn({ password, ...user }: Record<string, unknown>): Record<string, unknown> {
  return password === undefined || password === null || password === '' ? user : { ...user, password };
}

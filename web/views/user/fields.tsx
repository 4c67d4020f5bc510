import {
  AutocompleteInput,
  BooleanInput,
  email,
  PasswordInput,
  RadioButtonGroupInput,
  ReferenceInput,
  required,
  TextInput,
  useTranslate,
} from 'react-admin';
import { ROLES, roleOf, roleText } from './role.ts';

/** Everything an administrator says about a user. A new one needs a password to sign in with. */
export function UserFields({ isNew }: { isNew: boolean }) {
  const translate = useTranslate();
  return (
    <>
      <TextInput source="name" validate={required()} autoComplete="off" />
      <TextInput source="login" validate={required()} autoComplete="off" helperText="users.login_hint" />
      <PasswordInput
        source="password"
        validate={isNew ? required() : []}
        autoComplete="new-password"
        helperText={isNew ? 'users.password_hint' : 'users.password_unchanged'}
      />
      <RadioButtonGroupInput
        source="groups"
        row={false}
        choices={ROLES.map((id) => ({
          id,
          name: `${translate(roleText(id))} — ${translate(`${roleText(id)}_hint`)}`,
        }))}
        translateChoice={false}
        format={(groups: Parameters<typeof roleOf>[0] | undefined) => roleOf(groups ?? ['base.group_user'])}
        parse={(role: string) => [role]}
      />
      <TextInput source="mcube_virtual_number" type="tel" helperText="users.virtual_number_hint" />
      <TextInput source="phone" type="tel" helperText="users.phone_hint" />
      <TextInput source="email" validate={email()} autoComplete="off" />
      <ReferenceInput source="team_id" reference="teams" filter={{ active: true }}>
        <AutocompleteInput optionText="name" filterToQuery={(q: string) => ({ q })} fullWidth />
      </ReferenceInput>
      <BooleanInput source="active" defaultValue={true} helperText="users.active_hint" />
    </>
  );
}

import { email, Form, required, SaveButton, TextInput, useTranslate } from 'react-admin';
import { useSession } from '../../api/session.ts';
import { Section } from '../../components/section.tsx';
import { useSave } from './use-save.ts';

/** By which numbers calls find somebody. */
export function AboutMe() {
  const translate = useTranslate();
  const save = useSave();
  const { user } = useSession();
  const { name, mcube_virtual_number, phone, email: address } = user;
  return (
    <Section title={translate('preferences.about_me')}>
      <Form
        record={{ id: user.id, name, mcube_virtual_number, phone, email: address }}
        onSubmit={async (values: Record<string, unknown>) => void (await save(changesIn(values)))}
      >
        <TextInput source="name" resource="users" validate={required()} autoComplete="name" />
        <TextInput source="mcube_virtual_number" resource="users" type="tel" helperText="users.virtual_number_hint" />
        <TextInput source="phone" resource="users" type="tel" autoComplete="tel" helperText="users.phone_hint" />
        <TextInput source="email" resource="users" validate={email()} autoComplete="email" />
        <SaveButton />
      </Form>
    </Section>
  );
}

/** What was cleared is nothing, not an empty text; the id is not ours to change. */
function changesIn({ id: _, ...values }: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === '' ? null : value]));
}

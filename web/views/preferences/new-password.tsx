import { useState } from 'react';
import { Form, minLength, PasswordInput, required, SaveButton, useTranslate } from 'react-admin';
import { Section } from '../../components/section.tsx';
import { useSave } from './use-save.ts';

/** The shortest that the service takes. */
const SHORTEST = 8;

/** Whoever changes the password proves that they know the old one. */
export function NewPassword() {
  const translate = useTranslate();
  const save = useSave();
  const [round, setRound] = useState(0);
  return (
    <Section title={translate('preferences.password')}>
      <Form
        key={round}
        onSubmit={async ({ current_password, password }: Record<string, unknown>) => {
          // A new form, so that neither password stays on the screen.
          if (await save({ current_password, password })) setRound(round + 1);
        }}
      >
        <PasswordInput
          source="current_password"
          label="preferences.current_password"
          validate={required()}
          autoComplete="current-password"
          helperText={false}
        />
        <PasswordInput
          source="password"
          label="preferences.new_password"
          validate={[required(), minLength(SHORTEST)]}
          autoComplete="new-password"
          helperText="users.password_hint"
        />
        <SaveButton label="preferences.change_password" />
      </Form>
    </Section>
  );
}

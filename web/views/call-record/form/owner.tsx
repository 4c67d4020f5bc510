import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { AutocompleteInput, ReferenceInput, useGetMany, useTranslate, useUpdate } from 'react-admin';
import { mayDo } from '../../../api/access.ts';
import { useSession } from '../../../api/session.ts';
import type { CallRecord, Schema } from '../../../api/types.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { Section } from '../../../components/section.tsx';

/** Whose call it is, and every rule that was asked. */
export function CallOwner({ call }: { call: CallRecord }) {
  const translate = useTranslate();
  const session = useSession();
  const [changing, setChanging] = useState(false);
  const { user_name, assignment } = call;
  const nameAmong = (name: string, among: readonly number[] | undefined) =>
    among === undefined ? name : translate('rules.chosen_among', { name, smart_count: among.length });
  const nameOf = useUserNames(call, mayDo(session, 'users', 'list'));
  return (
    <Section
      title={translate('calls.owner')}
      action={
        mayDo(session, 'call-records', 'edit') && (
          <Button size="small" onClick={() => setChanging(true)}>
            {translate('calls.change')}
          </Button>
        )
      }
    >
      <Typography sx={{ fontWeight: 600 }}>{user_name ?? translate('calls.nobody')}</Typography>
      {assignment.length > 0 && (
        <>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
            {translate('calls.why_owner')}
          </Typography>
          <Stack component="ol" spacing={0.25} sx={{ pl: 2.5, my: 0.5 }}>
            {assignment.map(({ rule, said, user_id, among }, place) => (
              // The same rule may be asked again later on; the steps never change their places.
              // biome-ignore lint/suspicious/noArrayIndexKey: its place is what a step is known by
              <Typography key={place} component="li" variant="body2">
                {translate(`rules.user.${rule}`)}
                {': '}
                {said === 'chosen' ? nameAmong(nameOf(user_id), among) : translate(`rules.${said}`)}
              </Typography>
            ))}
          </Stack>
        </>
      )}
      {changing && <ChangeOwner call={call} onClose={() => setChanging(false)} />}
    </Section>
  );
}

function useUserNames(
  { assignment, user_id, user_name }: CallRecord,
  maySee: boolean,
): (id: number | undefined) => string {
  const ids = [...new Set(assignment.flatMap((step) => step.user_id ?? []))];
  const { data = [] } = useGetMany<Schema['User']>('users', { ids }, { enabled: maySee && ids.length > 0 });
  return (id) => {
    const known = id === user_id ? user_name : undefined;
    return data.find((user) => user?.id === id)?.name ?? known ?? `#${id}`;
  };
}

function ChangeOwner({ call, onClose }: { call: CallRecord; onClose: () => void }) {
  const translate = useTranslate();
  const [update] = useUpdate();
  return (
    <FormDialog
      title={translate('calls.change_owner')}
      defaultValues={{ user_id: call.user_id }}
      onClose={onClose}
      onSubmit={async ({ user_id = null }) => {
        onClose();
        // Shown at once, and taken back by whoever pressed the wrong name.
        const params = { id: call.id, data: { user_id }, previousData: call };
        await update('call-records', params, { mutationMode: 'undoable' });
      }}
    >
      <ReferenceInput source="user_id" reference="users" filter={{ active: true }}>
        <AutocompleteInput
          optionText="name"
          label="calls.owner"
          filterToQuery={(q: string) => ({ q })}
          helperText={false}
        />
      </ReferenceInput>
    </FormDialog>
  );
}

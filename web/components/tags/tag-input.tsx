import {
  AutocompleteArrayInput,
  type AutocompleteArrayInputProps,
  useCreate,
  useNotify,
  useTranslate,
} from 'react-admin';
import { mayDo } from '../../api/access.ts';
import { useSession } from '../../api/session.ts';
import type { Schema } from '../../api/types.ts';

/** Chooses tags inside a <ReferenceArrayInput>; a name that is new becomes one. */
export function TagInput(props: Pick<AutocompleteArrayInputProps, 'validate' | 'label' | 'onChange'>) {
  const notify = useNotify();
  const translate = useTranslate();
  const session = useSession();
  const [create] = useCreate<Schema['Tag']>();
  const add = async (name: string | undefined) => {
    if (name === undefined || name.trim() === '') return undefined;
    return await create('tags', { data: { name: name.trim() } }, { returnPromise: true }).catch((error: Error) => {
      notify(error.message, { type: 'error' });
      return undefined;
    });
  };
  return (
    <AutocompleteArrayInput
      optionText="name"
      label="tags.title"
      helperText={false}
      TextFieldProps={{ placeholder: translate('tags.placeholder') }}
      filterToQuery={(q: string) => ({ q })}
      {...(mayDo(session, 'tags', 'create') && { onCreate: add, createItemLabel: 'tags.create' })}
      {...props}
    />
  );
}

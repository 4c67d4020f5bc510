import { Form, ReferenceArrayInput, useTranslate, useUpdate } from 'react-admin';
import { mayDo } from '../../../api/access.ts';
import { useSession } from '../../../api/session.ts';
import type { CallRecord } from '../../../api/types.ts';
import { Section } from '../../../components/section.tsx';
import { TagChips } from '../../../components/tags/tag-chips.tsx';
import { TagInput } from '../../../components/tags/tag-input.tsx';

/** The tags of a call; a change is kept at once. */
export function CallTags({ call }: { call: CallRecord }) {
  const translate = useTranslate();
  const session = useSession();
  const [update] = useUpdate();
  return (
    <Section title={translate('tags.title')}>
      {mayDo(session, 'call-records', 'edit') ? (
        <Form record={{ id: call.id, tag_ids: call.tag_ids }}>
          <ReferenceArrayInput source="tag_ids" reference="tags" perPage={200} sort={{ field: 'name', order: 'ASC' }}>
            <TagInput
              label={false}
              onChange={(tag_ids) =>
                void update(
                  'call-records',
                  { id: call.id, data: { tag_ids }, previousData: call },
                  { mutationMode: 'optimistic' },
                )
              }
            />
          </ReferenceArrayInput>
        </Form>
      ) : (
        <TagChips ids={call.tag_ids} />
      )}
    </Section>
  );
}

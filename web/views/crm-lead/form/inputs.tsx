import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { AutocompleteInput, email, ReferenceArrayInput, ReferenceInput, required, TextInput } from 'react-admin';
import { TagInput } from '../../../components/tags/tag-input.tsx';

/** The fields of a lead that people fill in, whether it is new or not. */
export function LeadInputs({
  phone = <TextInput source="phone" type="tel" helperText={false} />,
}: {
  phone?: ReactNode;
}) {
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 2,
        rowGap: 1.5,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
        '& > *': { minWidth: 0 },
      }}
    >
      <Whole>
        <TextInput source="name" validate={required()} helperText={false} />
      </Whole>
      <TextInput source="contact_name" helperText={false} />
      <TextInput source="email" type="email" validate={email()} helperText={false} />
      <Whole>{phone}</Whole>
      <ByName source="user_id" reference="users" />
      <ByName source="team_id" reference="teams" />
      <Whole>
        <ReferenceArrayInput source="tag_ids" reference="tags" perPage={200} sort={{ field: 'name', order: 'ASC' }}>
          <TagInput />
        </ReferenceArrayInput>
      </Whole>
      <Whole>
        <TextInput source="description" multiline minRows={2} maxRows={12} helperText={false} />
      </Whole>
    </Box>
  );
}

function Whole({ children }: { children: ReactNode }) {
  return <Box sx={{ gridColumn: '1 / -1' }}>{children}</Box>;
}

const ACTIVE_USERS = { active: true };
const EVERYONE = {};

function ByName({ source, reference }: { source: string; reference: 'users' | 'teams' }) {
  return (
    <ReferenceInput source={source} reference={reference} filter={reference === 'users' ? ACTIVE_USERS : EVERYONE}>
      <AutocompleteInput
        optionText="name"
        label={`resources.leads.fields.${source}`}
        filterToQuery={(q: string) => ({ q })}
        helperText={false}
      />
    </ReferenceInput>
  );
}

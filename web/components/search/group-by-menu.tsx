import GroupIcon from '@mui/icons-material/WorkspacesOutlined';
import { useListContext, useResourceContext, useTranslate } from 'react-admin';
import { GROUP_BY } from '../../api/relative-filters.ts';
import { MenuButton } from '../menu-button.tsx';
import { fieldLabel } from './field-label.ts';

/** Puts the rows of a list into groups. */
export function GroupByMenu({ fields }: { fields: readonly string[] }) {
  const translate = useTranslate();
  const resource = useResourceContext() ?? '';
  const { filterValues, displayedFilters, setFilters } = useListContext();
  const { [GROUP_BY]: current, ...others } = filterValues;
  const chosen = fields.find((field) => field === current);
  const nameOf = (field: string) => translate(fieldLabel(resource, field));
  return (
    <MenuButton
      icon={<GroupIcon />}
      label={
        chosen === undefined ? translate('list.group_by') : translate('list.grouped_by', { field: nameOf(chosen) })
      }
      items={[
        {
          label: translate('list.no_groups'),
          selected: chosen === undefined,
          onChoose: () => setFilters(others, displayedFilters),
        },
        ...fields.map((field) => ({
          label: nameOf(field),
          selected: field === chosen,
          onChoose: () => setFilters({ ...others, [GROUP_BY]: field }, displayedFilters),
        })),
      ]}
    />
  );
}

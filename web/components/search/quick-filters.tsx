import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import { useListContext, useTranslate } from 'react-admin';
import type { Query } from '../../api/request.ts';
import { PeriodMenu } from './period-menu.tsx';

/** A filter that one press sets, and another one takes away. */
export type QuickFilter = {
  /** The name of its text. */
  label: string;
  field: string;
  value: string | boolean;
  /** With others of the same field: either of them; otherwise one replaces the other. */
  several?: boolean;
};

/** Filters that people use every day, each a press; those of different fields combine. */
export function QuickFilters({ filters }: { filters: readonly QuickFilter[] }) {
  const translate = useTranslate();
  const { filterValues, displayedFilters, setFilters } = useListContext();
  return (
    <Stack
      direction="row"
      role="group"
      aria-label={translate('list.quick_filters')}
      sx={{
        gap: 0.75,
        flexWrap: { xs: 'nowrap', sm: 'wrap' },
        overflowX: { xs: 'auto', sm: 'visible' },
        p: 1.5,
        pb: 1,
        // What lies beyond the edge of a phone shows that there is more.
        scrollbarWidth: 'none',
      }}
    >
      <PeriodMenu />
      {filters.map((filter) => {
        const on = isOn(filter, filterValues);
        return (
          <Chip
            key={`${filter.field}:${filter.value}`}
            component="button"
            size="small"
            label={translate(filter.label)}
            color={on ? 'primary' : 'default'}
            variant={on ? 'filled' : 'outlined'}
            aria-pressed={on}
            onClick={() => setFilters(toggled(filter, filterValues), displayedFilters)}
            sx={{ flexShrink: 0, '@media (pointer: coarse)': { height: 40, borderRadius: 5, px: 0.5 } }}
          />
        );
      })}
    </Stack>
  );
}

/** One of several is on beside others; any other filter where it is all that is asked of its field. */
function isOn({ field, value, several = false }: QuickFilter, values: Query): boolean {
  const chosen = valuesOf(values[field]);
  return chosen.includes(value) && (several || chosen.length === 1);
}

function toggled(filter: QuickFilter, values: Query): Query {
  const { [filter.field]: before, ...others } = values;
  const chosen = valuesOf(before);
  if (filter.several !== true) return isOn(filter, values) ? others : { ...others, [filter.field]: filter.value };
  const after = isOn(filter, values) ? chosen.filter((one) => one !== filter.value) : [...chosen, filter.value];
  return after.length === 0 ? others : { ...others, [filter.field]: after };
}

function valuesOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

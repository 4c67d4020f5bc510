import ExpandIcon from '@mui/icons-material/ExpandMore';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { ListBase, type SortPayload, useListContext, useResourceContext, useTranslate } from 'react-admin';
import type { Query } from '../../api/request.ts';
import { useFormat } from '../../format/use-format.ts';
import { CrashPage } from '../crash-page.tsx';
import { ListPagination } from '../list-pagination.tsx';
import { ListSkeleton } from '../list-skeleton.tsx';
import { NoMatch } from '../no-match.tsx';
import { useGroupName } from './use-group-name.ts';
import { groupFilter, type RecordGroup, useGroups } from './use-groups.ts';

type Props = { by: string; filter: Query; children: ReactNode };

/** The groups of a list, largest first, each with its number; one that is opened shows its rows. */
export function GroupedRows({ by, filter, children }: Props) {
  const translate = useTranslate();
  const resource = useResourceContext() ?? '';
  const [shown, setShown] = useState(GROUPS_AT_ONCE);
  const { data, error, refetch, isPending } = useGroups(resource, by, filter, shown);
  if (error !== null) return <CrashPage error={error} resetErrorBoundary={() => void refetch()} />;
  if (isPending) return <ListSkeleton />;
  if (data.data.length === 0) return <NoMatch />;
  return (
    <Stack>
      {data.data.map((group) => (
        <GroupOfRows key={String(group.value)} by={by} group={group} filter={filter}>
          {children}
        </GroupOfRows>
      ))}
      {data.total > data.data.length && (
        <Button onClick={() => setShown(Math.min(shown + GROUPS_AT_ONCE, MOST_GROUPS))} disabled={shown >= MOST_GROUPS}>
          {translate('list.more_groups', { smart_count: data.total - data.data.length })}
        </Button>
      )}
    </Stack>
  );
}

const GROUPS_AT_ONCE = 50;
/** The API gives no more at once; who needs the rest adds a filter. */
const MOST_GROUPS = 200;

type GroupProps = { by: string; group: RecordGroup; filter: Query; children: ReactNode };

function GroupOfRows({ by, group, filter, children }: GroupProps) {
  const translate = useTranslate();
  const format = useFormat();
  const resource = useResourceContext() ?? '';
  const nameOf = useGroupName();
  const { sort } = useListContext();
  const { count, talk_seconds = 0 } = group;
  return (
    <Accordion
      disableGutters
      square
      slotProps={{ heading: { component: 'h2' }, transition: { unmountOnExit: true } }}
      sx={{ '&::before': { opacity: 0 }, borderBottom: 1, borderColor: 'divider' }}
    >
      <AccordionSummary expandIcon={<ExpandIcon />} sx={{ flexDirection: 'row-reverse', gap: 1 }}>
        <Stack direction="row" spacing={2} sx={{ flex: 1, minWidth: 0, alignItems: 'baseline' }}>
          <Typography component="span" noWrap sx={{ fontWeight: 600, flex: 1 }}>
            {nameOf(by, group)}
          </Typography>
          {talk_seconds > 0 && (
            <Typography component="span" variant="body2" color="textSecondary" noWrap>
              {translate('list.talk_time', { time: format.duration(talk_seconds) })}
            </Typography>
          )}
          <Typography component="span" sx={{ minWidth: 64, textAlign: 'right' }}>
            {format.number(count)}
          </Typography>
        </Stack>
      </AccordionSummary>
      <AccordionDetails sx={{ p: 0, overflowX: 'auto' }}>
        <RowsOf resource={resource} filter={{ ...filter, ...groupFilter(by, group.value) }} sort={sort}>
          {children}
        </RowsOf>
      </AccordionDetails>
    </Accordion>
  );
}

type RowsProps = { resource: string; filter: Query; sort: SortPayload; children: ReactNode };

function RowsOf({ resource, filter, sort, children }: RowsProps) {
  return (
    <ListBase resource={resource} filter={filter} sort={sort} perPage={25} disableSyncWithLocation storeKey={false}>
      {children}
      <ListPagination />
    </ListBase>
  );
}

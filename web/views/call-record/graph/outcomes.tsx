import DownloadIcon from '@mui/icons-material/GetApp';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { downloadCSV, useListContext, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { GROUP_BY } from '../../../api/relative-filters.ts';
import type { Query } from '../../../api/request.ts';
import type { Outcome } from '../../../api/types.ts';
import { CrashPage } from '../../../components/crash-page.tsx';
import { ListSkeleton } from '../../../components/list-skeleton.tsx';
import { NoMatch } from '../../../components/no-match.tsx';
import { fieldLabel } from '../../../components/search/field-label.ts';
import { addressOf } from '../../../components/search/saved-query.ts';
import { groupFilter, type RecordGroup } from '../../../components/search/use-groups.ts';
import { csvOf } from '../../../export/csv.ts';
import { dayOf } from '../../../format/moment.ts';
import { useFormat } from '../../../format/use-format.ts';
import { CALL_GROUPS } from '../filters.tsx';
import { OutcomeChart } from './outcome-chart.tsx';
import { type OutcomeRow, useOutcomeRows } from './outcome-rows.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { MOST_GROUPS, type OutcomesOfGroups, useOutcomes } from './use-outcomes.ts';

/** How the calls of the list ended, by day or by any group. */
export function Outcomes() {
  const { filterValues } = useListContext();
  const [everything, setEverything] = useState(false);
  const { [GROUP_BY]: grouped, ...filter } = filterValues;
  const by = CALL_GROUPS.find((field) => field === grouped) ?? 'day';
  const { data, error, refetch, isPending } = useOutcomes(by, filter, everything);
  if (error !== null) return <CrashPage error={error} resetErrorBoundary={() => void refetch()} />;
  if (isPending) return <ListSkeleton />;
  if (data.groups.length === 0) return <NoMatch />;
  return <Loaded by={by} filter={filter} data={data} onEverything={() => setEverything(true)} />;
}

type Props = { by: string; filter: Query; data: OutcomesOfGroups; onEverything: () => void };

function Loaded({ by, filter, data, onEverything }: Props) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { sort } = useListContext();
  const { timeZone } = useFormat();
  const [asTable, setAsTable] = useState(false);
  const rows = useOutcomeRows(by, data);
  const { outcomes } = data;
  // A bar, and a number, leads to the rows that it stands for.
  const rowsOf = (group: RecordGroup | undefined, outcome: Outcome | undefined) => {
    const some = { ...(group !== undefined && groupFilter(by, group.value)), ...(outcome && { outcome: [outcome] }) };
    return addressOf('call-records', { filter: { ...filter, ...some }, sort });
  };
  const save = () => {
    const head = [fieldLabel('call-records', by), ...outcomes.map((outcome) => `outcome.${outcome}`), 'graph.all'];
    const body = rows.map(({ name, counts, count }) => [name, ...[...counts, count].map(String)]);
    downloadCSV(csvOf([head.map((name) => translate(name)), ...body]), `calls-${by}-${dayOf(new Date(), timeZone)}`);
  };
  return (
    <Stack spacing={1}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Shown by={by} data={data} rows={rows} onEverything={onEverything} />
        <Stack direction="row" spacing={1} sx={{ ml: 'auto' }}>
          <Button size="small" onClick={() => setAsTable(!asTable)} aria-pressed={asTable}>
            {translate('graph.as_table')}
          </Button>
          <Button size="small" startIcon={<DownloadIcon />} onClick={save}>
            {translate('ra.action.export')}
          </Button>
        </Stack>
      </Stack>
      {!asTable && (
        <OutcomeChart by={by} data={data} onOpen={(group, outcome) => void navigate(rowsOf(group, outcome))} />
      )}
      <OutcomeTable
        by={by}
        outcomes={outcomes}
        rows={rows}
        visible={asTable}
        addressOf={({ key, group }, outcome) => (key === 'others' ? undefined : rowsOf(group, outcome))}
      />
    </Stack>
  );
}

/** Where there are more groups than are shown: which ones, how many of the calls they have, and the way to more of them. */
function Shown({ by, data: { groups, total }, rows, onEverything }: Omit<Props, 'filter'> & { rows: OutcomeRow[] }) {
  const translate = useTranslate();
  const { number } = useFormat();
  if (total <= groups.length) return null;
  const all = rows.find(({ key }) => key === 'all')?.count ?? 0;
  const others = rows.find(({ key }) => key === 'others')?.count ?? 0;
  const shown = number(groups.length);
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {translate(by === 'day' ? 'graph.latest_days' : 'graph.largest', {
          shown,
          total: number(total),
          calls: number(all - others),
          all: number(all),
        })}
      </Typography>
      {groups.length < MOST_GROUPS && (
        <Button size="small" onClick={onEverything}>
          {translate('graph.more', { most: number(Math.min(total, MOST_GROUPS)) })}
        </Button>
      )}
    </>
  );
}

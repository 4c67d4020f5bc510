import type { ReactNode } from 'react';
import { useResourceContext, useStore } from 'react-admin';

/** A column of a list: as it is shown, and as it is exported. */
export type Column<Row> = {
  source: string;
  /** The name of its text, unless it is that of the field. */
  label?: string;
  cell: (row: Row) => ReactNode;
  text: (row: Row) => string;
  align?: 'right';
  sortable?: boolean;
  /** Its words are not broken. */
  onOneLine?: true;
  /** It stays in sight where the table is wider than its place. */
  inSight?: true;
};

/** Those of the columns that are shown, in the order in which they are: as the person has chosen on this device. */
export function useShownColumns<Row>(columns: readonly Column<Row>[], hiddenAtFirst: readonly string[]): Column<Row>[] {
  const [{ hidden, ranks }] = useColumnChoice(hiddenAtFirst);
  const ordered = ranks === undefined ? columns : ranks.flatMap((rank) => columns[rank] ?? []);
  return ordered.filter(({ source }) => !hidden.includes(source));
}

export type ColumnChoice = { hidden: string[]; ranks: number[] | undefined };

/** What react-admin's <DataTable> remembers of its columns. */
export function useColumnChoice(hiddenAtFirst: readonly string[]): [ColumnChoice, (choice: ColumnChoice) => void] {
  const resource = useResourceContext() ?? '';
  const [hidden, setHidden] = useStore<string[]>(`${resource}.datatable`, [...hiddenAtFirst]);
  const [ranks, setRanks] = useStore<number[] | undefined>(`${resource}.datatable_columnRanks`);
  const choose = (choice: ColumnChoice) => {
    setHidden(choice.hidden);
    setRanks(choice.ranks);
  };
  return [{ hidden, ranks }, choose];
}

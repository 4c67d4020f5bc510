import type { ReactElement, ReactNode } from 'react';
import { type RaRecord, useListContext } from 'react-admin';
import { useIsPhone } from '../layout/use-is-phone.ts';
import { CardList } from './card-list.tsx';
import { ListError } from './list-error.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import { NoMatch } from './no-match.tsx';

type Props<Row extends RaRecord> = {
  card: (record: Row) => ReactNode;
  /** What can be done to the cards that are selected; without it none can be. */
  bulkActions?: ReactElement | false;
  /** What is said when there is none, unless it is that the filters let none through. */
  nothing?: ReactElement;
  children: ReactNode;
};

/** The records of a list: as cards on a phone, in the given table elsewhere. */
export function ListBody<Row extends RaRecord>({
  card,
  bulkActions = false,
  nothing = <NoMatch />,
  children,
}: Props<Row>) {
  const { data = [], isPending, error } = useListContext<Row>();
  const isPhone = useIsPhone();
  if (isPending) return <ListSkeleton />;
  if (error && data.length === 0) return <ListError />;
  if (data.length === 0) return nothing;
  return isPhone ? <CardList card={card} bulkActions={bulkActions} /> : children;
}

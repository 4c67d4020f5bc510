import type { ReactNode } from 'react';
import { type RaRecord, ShowBase, Title, useShowContext } from 'react-admin';
import { retryWhatPasses } from '../api/is-passing.ts';
import { CrashPage } from './crash-page.tsx';
import { FormSkeleton } from './form-skeleton.tsx';
import { useHasBegun } from './use-has-begun.ts';

type Props<Row extends RaRecord> = { title: (record: Row) => string; form: (record: Row) => ReactNode };

/** The page of one record, by its address: what is shown while it loads or fails is the same on all of them. */
export function FormPage<Row extends RaRecord>(props: Props<Row>) {
  return (
    <ShowBase<Row>
      error={<Failed />}
      // The page itself says it.
      queryOptions={{ retry: retryWhatPasses, onError: () => undefined }}
    >
      <WhenLoaded {...props} />
    </ShowBase>
  );
}

function Failed() {
  const { error, refetch } = useShowContext();
  return <CrashPage error={error} resetErrorBoundary={() => void refetch()} />;
}

function WhenLoaded<Row extends RaRecord>({ title, form }: Props<Row>) {
  const { record, isPending } = useShowContext<Row>();
  if (isPending || record === undefined) return <FormSkeleton />;
  // Whoever goes on to the next record takes nothing along: a note begun on one would be saved on the other.
  return <Loaded key={record.id} title={title(record)} form={() => form(record)} />;
}

function Loaded({ title, form }: { title: string; form: () => ReactNode }) {
  const hasBegun = useHasBegun();
  return (
    <>
      <Title title={title} />
      {hasBegun ? form() : <FormSkeleton />}
    </>
  );
}

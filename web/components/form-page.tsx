import type { ReactNode } from 'react';
import { type RaRecord, ShowBase, useShowContext } from 'react-admin';
import { retryWhatPasses } from '../api/is-passing.ts';
import { CrashPage } from './crash-page.tsx';
import { FullPageProgress } from './full-page-progress.tsx';

/** The page of one record, by its address: what is shown while it loads or fails is the same on all of them. */
export function FormPage<Row extends RaRecord>({ form }: { form: (record: Row) => ReactNode }) {
  return (
    <ShowBase<Row>
      error={<Failed />}
      // The page itself says it.
      queryOptions={{ retry: retryWhatPasses, onError: () => undefined }}
    >
      <WhenLoaded form={form} />
    </ShowBase>
  );
}

function Failed() {
  const { error, refetch } = useShowContext();
  return <CrashPage error={error} resetErrorBoundary={() => void refetch()} />;
}

function WhenLoaded<Row extends RaRecord>({ form }: { form: (record: Row) => ReactNode }) {
  const { record, isPending } = useShowContext<Row>();
  return isPending || record === undefined ? <FullPageProgress /> : form(record);
}

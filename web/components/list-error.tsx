import { useListContext } from 'react-admin';
import { CrashPage } from './crash-page.tsx';

/** A list that could not be loaded says why, and tries again when asked. */
export function ListError() {
  const { error, refetch } = useListContext();
  return <CrashPage error={error} resetErrorBoundary={() => void refetch()} />;
}

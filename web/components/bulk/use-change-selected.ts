import { type Identifier, type RaRecord, useDataProvider, useResourceContext } from 'react-admin';
import { useWorkSelected } from './use-work-selected.ts';

/** Changes every selected record, each by what it is now. */
export function useChangeSelected<Row extends RaRecord>(done: () => void) {
  const dataProvider = useDataProvider();
  const resource = useResourceContext() ?? '';
  const { work, progress } = useWorkSelected(done);
  const changeOne = async (id: Identifier, changesOf: (row: Row) => object) => {
    const { data: row } = await dataProvider.getOne<Row>(resource, { id });
    await dataProvider.update(resource, { id, data: changesOf(row), previousData: row });
  };
  return { change: (changesOf: (row: Row) => object) => work((id) => changeOne(id, changesOf)), progress };
}

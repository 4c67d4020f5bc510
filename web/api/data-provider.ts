import type {
  CreateParams,
  CreateResult,
  DataProvider,
  DeleteParams,
  GetListParams,
  GetListResult,
  Identifier,
  RaRecord,
} from 'react-admin';
import { listQuery, MOST_ROWS } from './list-query.ts';
import { queryClient } from './query-client.ts';
import { resolveFilters } from './relative-filters.ts';
import { type Query, request } from './request.ts';
import { loadSession } from './session.ts';

type List<Row> = { data: Row[]; total: number; total_is_estimate?: boolean };

/** react-admin's way to the API: a resource is a path, `call-records` is `/api/call-records`. */
export const dataProvider: DataProvider = {
  supportAbortSignal: true,

  getList: (resource, params) => getList(resource, params),

  async getOne(resource, { id, signal }) {
    return { data: await request('GET', pathOf(resource, id), { signal }) };
  },

  async getMany<Row extends RaRecord>(resource: string, { ids, signal }: { ids: Identifier[]; signal?: AbortSignal }) {
    const pages = await Promise.all(
      inParts(ids, MOST_ROWS).map((id) =>
        request<List<Row>>('GET', pathOf(resource), { query: { id, limit: MOST_ROWS }, signal }),
      ),
    );
    return { data: pages.flatMap(({ data }) => data) };
  },

  getManyReference: (resource, { target, id, ...params }) =>
    getList(resource, { ...params, filter: { ...params.filter, [target]: id } }),

  async create<_Given, Made extends RaRecord>(resource: string, { data }: CreateParams): Promise<CreateResult<Made>> {
    const made = await request<Made>('POST', pathOf(resource), { body: data });
    // Some paths answer with the id alone.
    return { data: { ...data, ...made } };
  },

  async update(resource, { id, data, previousData }) {
    const changed = changesOf(data, previousData);
    if (Object.keys(changed).length === 0) return { data: previousData };
    return { data: await request('PATCH', pathOf(resource, id), { body: changed }) };
  },

  async updateMany(resource, { ids, data }) {
    await forEach(ids, (id) => request('PATCH', pathOf(resource, id), { body: data }));
    return { data: ids };
  },

  async delete(resource: string, { id, previousData = { id } }: DeleteParams) {
    await request('DELETE', pathOf(resource, id));
    return { data: previousData };
  },

  async deleteMany(resource, { ids }) {
    await forEach(ids, (id) => request('DELETE', pathOf(resource, id)));
    return { data: ids };
  },
};

async function getList<Row extends RaRecord>(
  resource: string,
  { signal, ...params }: GetListParams,
): Promise<GetListResult<Row>> {
  const {
    data,
    total,
    total_is_estimate = false,
  } = await request<List<Row>>('GET', pathOf(resource), {
    query: listQuery({ ...params, filter: await filtersOf(resource, params.filter) }),
    signal,
  });
  return { data, total, meta: { totalIsEstimate: total_is_estimate } };
}

/** The filters of a list as the API takes them, for whoever is signed in, now. */
export async function filtersOf(resource: string, filter: Query = {}): Promise<Query> {
  return resolveFilters(resource, filter, await loadSession(queryClient), new Date());
}

function pathOf(resource: string, id?: Identifier): string {
  return id === undefined ? `/api/${resource}` : `/api/${resource}/${encodeURIComponent(id)}`;
}

/** Only what the form changed is sent: what a colleague changed meanwhile elsewhere in the record stays. */
function changesOf(data: Readonly<Record<string, unknown>>, before: Readonly<Record<string, unknown>> = {}) {
  return Object.fromEntries(
    Object.entries(data).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );
}

/** As many at a time as a browser sends to one address without queueing. */
const AT_A_TIME = 4;

async function forEach(ids: readonly Identifier[], work: (id: Identifier) => Promise<unknown>): Promise<void> {
  for (const part of inParts(ids, AT_A_TIME)) await Promise.all(part.map(work));
}

function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

import { Type } from 'typebox';
import { loadCallRecords } from '../../models/call-record-list.ts';
import { findMyCalls, loadCallerFacts } from '../../models/my-calls.ts';
import { hearableBy } from '../../security/record-rules.ts';
import { viewerOf } from '../access-line.ts';
import type { App, ServerParts } from '../parts.ts';
import { MyCall, presentMyCall } from '../presenters/my-call.ts';
import { ref } from '../schemas.ts';

/** What the popup shows: a read of how things stand, so that it survives a reload. */
export function myCalls(app: App, { database, settings, clock }: ServerParts): void {
  app.addSchema(MyCall);
  const answer = Type.Object({ data: Type.Array(ref(MyCall)), total: Type.Integer() });
  const config = { access: 'signed-in' } as const;
  app.get(
    '/api/my-calls',
    { config, schema: { tags: ['call-records'], response: { 200: answer } } },
    async (request) => {
      const viewer = viewerOf(request);
      const ids = await findMyCalls(database, viewer.user_id, settings.defaultRegion, clock.now());
      if (ids.length === 0) return { data: [], total: 0 };
      const hearable = hearableBy(viewer, settings.recordingScope);
      const [rows, facts] = await Promise.all([
        loadCallRecords(database, ids, hearable),
        loadCallerFacts(database, ids),
      ]);
      const rowOf = new Map(rows.map((row) => [row.id, row]));
      const factsOf = new Map(facts.map((one) => [one.call_record_id, one]));
      const data = ids.flatMap((id) => {
        const [row, caller] = [rowOf.get(id), factsOf.get(id)];
        return row === undefined || caller === undefined ? [] : presentMyCall(row, caller, settings.recordingScope);
      });
      return { data, total: data.length };
    },
  );
}

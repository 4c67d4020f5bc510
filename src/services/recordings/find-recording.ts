import { sql } from 'kysely';
import type { Database } from '../../db/database.ts';
import type { RecordingState } from '../../db/recording-tables.ts';
import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import type { Settings } from '../../kernel/settings.ts';
import { mayAccess, type Right } from '../../security/access.ts';
import { type Condition, recordRule } from '../../security/record-rules.ts';
import type { Viewer } from '../../security/viewer.ts';

export type Recording = {
  call_record_id: number;
  state: Exclude<RecordingState, 'deleted'> | 'none';
  reason: string | null;
  file: string | null;
  content_type: string | null;
  bytes: number | null;
  sha256: Buffer | null;
};

type Parts = { database: Database; settings: Pick<Settings, 'recordingScope'> };

/** The recording of a call that the viewer may read, when they may do that with it. */
export async function findRecording(
  { database, settings }: Parts,
  viewer: Viewer,
  callRecordId: number,
  right: Right,
): Promise<Recording> {
  const readable = recordRule(viewer, 'mcube.call.record', 'read') ?? all;
  const open = recordRule(viewer, 'mcube.recording', right, settings.recordingScope) ?? all;
  const { rows } = await sql<Recording & { allowed: boolean }>`
    select mcube_call_record.id as call_record_id, coalesce(state, 'none') as state, reason, file, content_type, bytes,
      sha256, ${open} as allowed
    from mcube_call_record left join recording on recording.call_record_id = mcube_call_record.id
    where mcube_call_record.id = ${callRecordId} and ${readable}`.execute(database.kysely);
  const [found] = rows;
  if (found === undefined)
    throw new RequestError('not_found', say('no_such_record', { model: 'mcube.call.record', id: callRecordId }));
  const { allowed, ...recording } = found;
  if (allowed) return recording;
  throw new RequestError(
    'access_denied',
    mayAccess(viewer.groups, 'mcube.recording', right) ? say('recording_scope') : say('may_not_with_recordings'),
  );
}

const all: Condition = sql`true`;

import type { Generated } from 'kysely';

export type RecordingState = 'fetching' | 'ready' | 'failed' | 'expired' | 'deleted';

export type RecordingTable = {
  call_record_id: number;
  state: Generated<RecordingState>;
  reason: string | null;
  attempts: Generated<number>;
  next_attempt_at: Date | null;
  file: string | null;
  content_type: string | null;
  bytes: number | null;
  sha256: Buffer | null;
  seconds: number | null;
  stored_date: Date | null;
};

export type RecordingShareLinkTable = {
  id: Generated<number>;
  call_record_id: number;
  user_id: number;
  create_date: Date;
  expires_at: Date;
  revoked_date: Date | null;
};

export type RecordingListenTable = {
  id: Generated<number>;
  call_record_id: number;
  user_id: number | null;
  share_link_id: number | null;
  create_date: Date;
};

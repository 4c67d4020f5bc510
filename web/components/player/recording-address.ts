import type { Identifier } from 'react-admin';

/** Where the service serves the recording of a call to those who may hear it. */
export function recordingAddress(callRecordId: Identifier): string {
  return `/api/call-records/${callRecordId}/recording`;
}

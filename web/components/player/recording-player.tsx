import type { Schema } from '../../api/types.ts';
import type { Sentences } from '../../i18n/said.ts';
import { RecordingState } from './recording-state.tsx';
import { SoundPlayer } from './sound-player.tsx';

export type Recorded = Pick<Schema['CallRecord'], 'recording_state' | 'recording_seconds' | 'outcome'> & {
  recording_reason?: string | null;
  recording_reason_sentences?: Sentences;
  may_hear?: boolean;
};

type Props = {
  call: Recorded;
  /** Where its sound is served. */
  address: string;
  /** Asks for another attempt; offered to those who may. */
  onRetry?: (() => Promise<void>) | undefined;
  mayDownload?: boolean;
};

/** The recording of a call in full, or why there is none to hear. */
export function RecordingPlayer({ call, address, onRetry, mayDownload = false }: Props) {
  if (call.recording_state !== 'ready' || call.may_hear === false)
    return <RecordingState call={call} onRetry={onRetry} />;
  return <SoundPlayer address={address} seconds={call.recording_seconds} mayDownload={mayDownload} />;
}

import { useRefresh, useTranslate } from 'react-admin';
import { mayDo } from '../../../api/access.ts';
import { request } from '../../../api/request.ts';
import { useSession } from '../../../api/session.ts';
import type { CallRecord } from '../../../api/types.ts';
import { recordingAddress } from '../../../components/player/recording-address.ts';
import { RecordingPlayer } from '../../../components/player/recording-player.tsx';
import { Section } from '../../../components/section.tsx';

/** What was said. */
export function CallRecording({ call }: { call: CallRecord }) {
  const translate = useTranslate();
  const session = useSession();
  const refresh = useRefresh();
  const address = recordingAddress(call.id);
  const retry = async () => {
    await request('POST', `${address}/retry`);
    refresh();
  };
  return (
    <Section title={translate('player.recording')}>
      <RecordingPlayer
        call={call}
        address={address}
        onRetry={mayDo(session, 'recordings', 'edit') ? retry : undefined}
        mayDownload={mayDo(session, 'recordings', 'read')}
      />
    </Section>
  );
}

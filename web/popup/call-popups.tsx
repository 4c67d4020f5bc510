import Stack from '@mui/material/Stack';
import { visuallyHidden } from '@mui/utils';
import { useRef } from 'react';
import { useTranslate } from 'react-admin';
import { useKeys } from '../keyboard/keys.ts';
import { useIsPhone } from '../layout/use-is-phone.ts';
import { usePreferences } from '../preferences/preferences.ts';
import { AnsweredElsewhere } from './answered-elsewhere.tsx';
import { CallPopup } from './call-popup.tsx';
import { type Put, usePut } from './kept.ts';
import { PutAwayEnded } from './put-away-ended.tsx';
import { useCallerName } from './use-caller-name.ts';
import { useGone } from './use-gone.ts';
import { type MyCall, useMyCalls } from './use-my-calls.ts';
import { useRing } from './use-ring.ts';

/** Who calls me, while it rings and until it has been dealt with: above every screen, in the way of none. */
export default function CallPopups() {
  const translate = useTranslate();
  const { popup, sound } = usePreferences();
  const calls = useMyCalls();
  const gone = useGone(calls);
  const put = usePut();
  const isPhone = useIsPhone();
  const shown = popup ? (calls ?? []).filter(({ call_record }) => put[call_record.id] !== 'dismissed') : [];
  const ringing = shown.filter(({ state }) => state === 'ringing');
  useRing(sound && ringing.length > 0);
  const section = useRef<HTMLDivElement>(null);
  // The popup takes no focus by itself, and stands last on the page: a key leads to its first field that is in sight.
  useKeys({ p: () => firstField(section.current)?.focus() });
  return (
    <>
      <div role="alert" style={visuallyHidden}>
        {ringing.map((call) => (
          <Announcement key={call.call_record.id} call={call} />
        ))}
      </div>
      <Stack
        component="section"
        ref={section}
        aria-label={translate('popup.calls')}
        spacing={1}
        sx={{
          position: 'fixed',
          zIndex: 'snackbar',
          right: { xs: 8, sm: 20 },
          left: { xs: 8, sm: 'auto' },
          // On a phone, above the navigation at the bottom.
          bottom: { xs: 72, sm: 20 },
          'body:has([data-sticky-call]) &': { bottom: 136, maxHeight: 'calc(100dvh - 160px)' },
          width: { sm: 320 },
          maxHeight: 'calc(100dvh - 96px)',
          overflowY: 'auto',
        }}
      >
        {popup && gone.map((id) => <AnsweredElsewhere key={id} id={id} />)}
        {shown.map((call, index) => (
          <CallPopup
            key={call.call_record.id}
            call={call}
            isSmall={isSmall(call, put[call.call_record.id], index === 0 && !isPhone)}
          />
        ))}
        <PutAwayEnded calls={shown} />
      </Stack>
    </>
  );
}

function firstField(section: HTMLElement | null): HTMLElement | undefined {
  const fields = section?.querySelectorAll<HTMLElement>('article input, article textarea:not([aria-hidden])') ?? [];
  return [...fields].find((field) => field.offsetParent !== null);
}

/** What ended makes way for what came after it, on a phone for the page, until it is asked for. */
function isSmall({ state }: MyCall, put: Put | undefined, mayStayLarge: boolean): boolean {
  return put === undefined ? state === 'ended' && !mayStayLarge : put === 'small';
}

/** Said once to whoever listens rather than looks. */
function Announcement({ call }: { call: MyCall }) {
  const translate = useTranslate();
  return translate('popup.announcement', { name: useCallerName(call) });
}

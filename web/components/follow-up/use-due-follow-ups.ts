import { useEffect, useMemo, useRef, useState } from 'react';
import { useGetList, useNotify } from 'react-admin';
import { mayDo } from '../../api/access.ts';
import { useSession } from '../../api/session.ts';
import type { Lead } from '../../api/types.ts';

export type DueLead = Lead & { next_follow_up_at: string };

const HOUR_MS = 3_600_000;
/** Asked for ahead, so that one that falls due needs no question. */
const AHEAD_MS = 2 * HOUR_MS;
const MOST = 50;
/** The longest that a browser's timer counts without fault is far more; a laptop that slept looks again within this. */
const LONGEST_WAIT_MS = 60_000;

/** This person's follow-ups whose time has come, the longest due first; says so when another one falls due meanwhile. */
export function useDueFollowUps(): DueLead[] {
  const session = useSession();
  const planned = usePlanned(session.user.id, mayDo(session, 'leads', 'list'));
  const now = useNextMoment(planned);
  const due = planned.filter(({ next_follow_up_at: at }) => Date.parse(at) <= now);
  useTellNew(due);
  return due;
}

function usePlanned(userId: number, enabled: boolean): DueLead[] {
  // By the hour, so that it is one question the whole hour long.
  const until = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS + AHEAD_MS).toISOString();
  const { data } = useGetList<Lead>(
    'leads',
    {
      filter: { user_id: userId, is_open: true, next_follow_up_at_lte: until },
      sort: { field: 'next_follow_up_at', order: 'ASC' },
      pagination: { page: 1, perPage: MOST },
    },
    { enabled },
  );
  return useMemo(
    () =>
      (data ?? []).flatMap((lead) =>
        lead.next_follow_up_at === null ? [] : { ...lead, next_follow_up_at: lead.next_follow_up_at },
      ),
    [data],
  );
}

/** The present moment, anew whenever one of them falls due. */
function useNextMoment(planned: readonly DueLead[]): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const next = planned.map(({ next_follow_up_at: at }) => Date.parse(at)).find((at) => at > now);
    const wait = Math.min(LONGEST_WAIT_MS, next === undefined ? LONGEST_WAIT_MS : Math.max(0, next - Date.now()));
    const timer = setTimeout(() => setNow(Date.now()), wait);
    return () => clearTimeout(timer);
  }, [planned, now]);
  // What has just been loaded may be due since before the last look.
  return Math.max(now, Math.min(Date.now(), now + LONGEST_WAIT_MS));
}

/** What was due when the application was opened is in the bell; only what falls due later is said. */
function useTellNew(due: readonly DueLead[]): void {
  const notify = useNotify();
  const opened = useRef(Date.now());
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, name, next_follow_up_at: at } of due) {
      const key = `${id} ${at}`;
      if (Date.parse(at) < opened.current || told.current.has(key)) continue;
      told.current.add(key);
      notify('follow_up.falls_due', { type: 'info', autoHideDuration: 10_000, messageArgs: { name } });
    }
  }, [due, notify]);
}

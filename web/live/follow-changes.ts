import type { Query, QueryClient } from '@tanstack/react-query';
import { MODELS } from '../api/access.ts';
import { SESSION_KEY } from '../api/session.ts';
import { SETUP_KEY } from '../api/use-setup.ts';
import { listenLive } from './live.ts';
import type { Change } from './message.ts';

/** However much happens, what is on the screen is loaded anew no more often than this. */
const PAUSE_MS = 1000;

/** Loads anew what changed: all that react-admin has loaded of a resource is named after it. */
export function followChanges(queryClient: QueryClient, signedOut: () => void): () => void {
  const changed = new Set<string>();
  let everything = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const reload = () => {
    pause = undefined;
    // Nobody looks: it is loaded when somebody does.
    if (document.hidden || (changed.size === 0 && !everything)) return;
    // What is being loaded for the first time is not begun again; but it may be older than what was told, so that it is
    // looked at once more.
    const early = [...changed].filter((key) => queryClient.isFetching({ queryKey: [key], predicate: isFirst }) > 0);
    const all = everything && queryClient.isFetching() > 0;
    if (everything) void queryClient.invalidateQueries({}, { cancelRefetch: false });
    else for (const key of changed) void queryClient.invalidateQueries({ queryKey: [key] });
    changed.clear();
    for (const key of early) changed.add(key);
    everything = all;
    pause = setTimeout(reload, PAUSE_MS);
  };
  // At once when nothing came before, so that a ringing call shows without delay.
  const soon = () => {
    if (pause === undefined) reload();
  };
  const stop = listenLive((message) => {
    if (message.kind === 'signed-out') signedOut();
    if (message.kind === 'reset') everything = true;
    // What failed while nobody answered is there again without being asked for.
    if (message.kind === 'state' && message.state === 'open')
      void queryClient.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
    if (message.kind === 'change') for (const key of keysOf(message.change)) changed.add(key);
    soon();
  });
  document.addEventListener('visibilitychange', soon);
  return () => {
    stop();
    clearTimeout(pause);
    document.removeEventListener('visibilitychange', soon);
  };
}

function isFirst({ state }: Query): boolean {
  return state.data === undefined;
}

/** What is made of a model's records: its own resource, and figures that are counted from it. */
function keysOf({ model }: Change): string[] {
  const resources = Object.keys(MODELS).filter((resource) => MODELS[resource] === model);
  return [...resources, ...(COUNTED_FROM[model] ?? [])];
}

const COUNTED_FROM: Readonly<Record<string, readonly string[]>> = {
  'mcube.call.record': ['leads', 'dashboard', 'my-calls', ...SETUP_KEY],
  'webhook.event': SETUP_KEY,
  'crm.lead': ['dashboard', 'my-calls'],
  'mail.message': ['leads', 'my-calls'],
  // Named in others' rows, and made or renamed in Odoo without a change of those.
  'crm.stage': ['leads', 'dashboard', 'my-calls'],
  'crm.team': ['leads', 'users', 'dashboard'],
  // One's own rights may have changed with it.
  'res.users': [...SESSION_KEY, 'auth'],
};

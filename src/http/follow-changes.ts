import { type ChangeRow, changePositions, isKept, readChanges, readPosition } from '../models/change-log.ts';
import type { Viewer } from '../security/viewer.ts';
import { type Credentials, readViewer } from '../services/identify-viewer.ts';
import { selectVisibleChanges } from '../services/select-visible-changes.ts';
import type { ChangeWatcher } from '../services/watch-changes.ts';
import type { EventStream } from './event-stream.ts';
import type { ServerParts } from './parts.ts';

type Client = { viewer: Viewer; credentials: Credentials; resumeFrom: string | undefined };
type Parts = ServerParts & { watcher: ChangeWatcher };

const HEARTBEAT_MILLISECONDS = 15_000;
/** Batches that may wait for one client's record rules; beyond, the client is cut off and resumes by itself. */
const MOST_WAITING = 200;

/** Sends a client what changed of what it may see, until either side ends it or its sign-in does. */
export async function followChanges(parts: Parts, client: Client, open: () => EventStream): Promise<EventStream> {
  const { database, watcher, log } = parts;
  let { viewer } = client;
  let work = Promise.resolve();
  let waiting = 0;
  const inTurn = (step: () => Promise<void>) => {
    waiting += 1;
    work = work
      .then(step)
      .catch(giveUp)
      .finally(() => {
        waiting -= 1;
      });
  };
  await watcher.start();
  const stream = open();
  const subscription = watcher.subscribe((rows) => {
    if (waiting > MOST_WAITING) stream.end();
    else inTurn(() => deliver(rows));
  });
  let sent = subscription.position;
  const heartbeat = setInterval(() => inTurn(beat), parts.heartbeatMilliseconds ?? HEARTBEAT_MILLISECONDS);
  stream.onClose(() => {
    clearInterval(heartbeat);
    subscription.end();
  });

  async function deliver(read: readonly ChangeRow[]): Promise<void> {
    // The client may have been told already, by a process that had read further than this one.
    const rows = read.filter(({ id }) => id > sent);
    const changes = rows.flatMap((row) => row.changes);
    if (changes.some(({ model, ids }) => model === 'res.users' && ids.includes(viewer.user_id))) await checkSignIn();
    const visible = await selectVisibleChanges(database, viewer, changes);
    sent = rows.at(-1)?.id ?? sent;
    stream.send(visible, String(sent));
  }

  async function catchUp(from: number | undefined): Promise<void> {
    // It may be ahead of what this process has read, but not of the database: that would be another one's.
    const known =
      from !== undefined && (await isKept(database, from)) && from <= (await changePositions(database)).newest;
    if (!known) return stream.sendReset(String(subscription.position));
    sent = from;
    for (let position = from; ; ) {
      const rows = await readChanges(database, position, subscription.position);
      const last = rows.at(-1);
      if (last === undefined) break;
      await deliver(rows);
      await stream.drained();
      position = last.id;
    }
    sent = Math.max(sent, subscription.position);
  }

  async function beat(): Promise<void> {
    // When the database cannot be asked there is nothing to tell either: the stream waits with the rest.
    await checkSignIn().catch((error: unknown) => log.warn({ err: error }, 'A sign-in could not be checked'));
    stream.beat(String(sent));
  }

  async function checkSignIn(): Promise<void> {
    const current = await readViewer(parts, client.credentials);
    if (current === undefined) stream.end();
    else viewer = current;
  }

  function giveUp(error: unknown): void {
    log.warn({ err: error }, 'An event stream was ended; the client resumes it');
    stream.end();
  }

  if (client.resumeFrom === undefined) stream.beat(String(sent));
  else {
    const from = readPosition(client.resumeFrom);
    inTurn(() => catchUp(from));
  }
  return stream;
}

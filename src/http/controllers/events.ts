import { Type } from 'typebox';
import { createChangeWatcher } from '../../services/watch-changes.ts';
import { viewerOf } from '../access-line.ts';
import { credentialsOf } from '../authentication.ts';
import { openEventStream } from '../event-stream.ts';
import { followChanges } from '../follow-changes.ts';
import type { App, ServerParts } from '../parts.ts';

/** Live events: what changed of what the client may see, from now on or from where it was. */
export function events(app: App, parts: ServerParts): void {
  const watcher = createChangeWatcher(parts);
  const ends = new Set<() => void>();

  const schema = { tags: ['events'], description: DESCRIPTION, querystring: Query, response: { 200: Stream } };
  const config = { access: 'signed-in' } as const;
  app.get('/api/events', { config, schema, exposeHeadRoute: false }, async (request, reply) => {
    const credentials = credentialsOf(request);
    if (credentials === undefined) return;
    const resumeFrom = request.headers['last-event-id'] ?? request.query.last_event_id;
    const viewer = viewerOf(request);
    const follower = await followChanges(
      { ...parts, watcher },
      { viewer, credentials, resumeFrom: resumeFrom?.toString() },
      () => openEventStream(reply),
    );
    ends.add(follower.end);
    follower.onClose(() => ends.delete(follower.end));
  });

  // Before the server closes: it would wait for streams that nobody ends.
  app.addHook('preClose', async () => {
    for (const end of ends) end();
    await watcher.stop();
  });
}

const DESCRIPTION = `A stream of server-sent events. Each message is \`{"model": …, "ids": […]}\`: these records were created, changed
or deleted; read them to see how. \`Last-Event-ID\` (or \`last_event_id\`) resumes behind the last one received. An event
\`reset\` says that too much was missed: load everything anew. An event \`beat\`, every 15 seconds, says that the connection lives.`;

const Query = Type.Object({ last_event_id: Type.Optional(Type.String({ maxLength: 50 })) });
const Stream = {
  description: 'Events, until either side ends it.',
  content: { 'text/event-stream': { schema: Type.String() } },
};

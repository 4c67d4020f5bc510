import { createSignInLimits } from '../services/sign-in-limits.ts';
import { apiKeys } from './controllers/api-keys.ts';
import { callRecords } from './controllers/call-records.ts';
import { dashboard } from './controllers/dashboard.ts';
import { events } from './controllers/events.ts';
import { leadMerges } from './controllers/lead-merges.ts';
import { leads } from './controllers/leads.ts';
import { notes } from './controllers/notes.ts';
import { operations } from './controllers/operations.ts';
import { preferences } from './controllers/preferences.ts';
import { replay } from './controllers/replay.ts';
import { savedSearches } from './controllers/saved-searches.ts';
import { session } from './controllers/session.ts';
import { setup } from './controllers/setup.ts';
import { stages } from './controllers/stages.ts';
import { tags } from './controllers/tags.ts';
import { teams } from './controllers/teams.ts';
import { users } from './controllers/users.ts';
import { webApplication } from './controllers/web-application.ts';
import { webhook } from './controllers/webhook.ts';
import { webhookEvents } from './controllers/webhook-events.ts';
import type { App, ServerParts } from './parts.ts';

/** Every controller, by name. */
export function registerRoutes(app: App, parts: ServerParts): void {
  const limits = createSignInLimits(parts.database);
  session(app, { ...parts, limits });
  preferences(app, { ...parts, limits });
  apiKeys(app, parts);
  callRecords(app, parts);
  leads(app, parts);
  leadMerges(app, parts);
  notes(app, parts);
  tags(app, parts);
  users(app, parts);
  teams(app, parts);
  stages(app, parts);
  webhookEvents(app, parts);
  savedSearches(app, parts);
  setup(app, parts);
  dashboard(app, parts);
  events(app, parts);
  replay(app, parts);
  webhook(app, parts);
  operations(app, parts);
  webApplication(app, parts);
}

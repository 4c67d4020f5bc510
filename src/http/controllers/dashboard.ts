import { Type } from 'typebox';
import { RequestError } from '../../kernel/errors.ts';
import { say } from '../../kernel/sentences.ts';
import { type Dashboard, readDashboard } from '../../models/dashboard.ts';
import { OUTCOMES } from '../../models/outcome.ts';
import type { App, ServerParts } from '../parts.ts';
import { component, nullable, ref, Time, words } from '../schemas.ts';

/** Calls of a period by day, hour of the week, owner and virtual number. */
export function dashboard(app: App, { database, settings, clock }: ServerParts): void {
  app.addSchema(DashboardAnswer);
  const schema = { tags: ['dashboard'], querystring: Period, response: { 200: ref(DashboardAnswer) } };
  app.get(
    '/api/dashboard',
    { config: { access: { model: 'mcube.dashboard', right: 'read' } }, schema },
    async ({ query: { from, to } }): Promise<Dashboard & { time_zone: string; updated_at: string }> => {
      if (from > to) throw new RequestError('invalid_input', say('from_after_to'));
      // The rollups are kept in the transactions that they count: their figures are those of the moment they are read.
      const updated_at = clock.now().toISOString();
      const { timeZone: time_zone } = settings;
      return { time_zone, updated_at, ...(await readDashboard(database, from, to, time_zone)) };
    },
  );
}

const Day = (description: string) => Type.String({ format: 'date', description });
const Period = Type.Object({ from: Day('First day, YYYY-MM-DD.'), to: Day('Last day, YYYY-MM-DD.') });

const count = {
  direction: words(['inbound', 'outbound']),
  outcome: words(OUTCOMES),
  calls: Type.Integer(),
  talk_seconds: Type.Integer(),
};

const DashboardAnswer = component('Dashboard', {
  time_zone: Type.String({ description: 'The zone in which days and hours are counted.' }),
  updated_at: Time('The moment whose figures these are.'),
  days: Type.Array(Type.Object({ day: Type.String({ format: 'date' }), ...count })),
  hours: Type.Array(
    Type.Object({ weekday: Type.Integer({ description: '1 is Monday.' }), hour: Type.Integer(), ...count }),
  ),
  users: Type.Array(Type.Object({ user_id: nullable(Type.Integer()), user_name: nullable(Type.String()), ...count })),
  virtual_numbers: Type.Array(Type.Object({ virtual_number: nullable(Type.String()), ...count })),
  answer_times: Type.Array(
    Type.Object({
      within_seconds: nullable(Type.Integer({ description: 'Up to so many; null: longer than all others.' })),
      calls: Type.Integer(),
    }),
    { description: 'Answered inbound calls by how long they rang; each counts once.' },
  ),
  ring_seconds: Type.Integer({ description: 'How long the calls of answer_times rang together.' }),
  leads: Type.Array(
    Type.Object({
      day: Type.String({ format: 'date' }),
      new_leads: Type.Integer({ description: 'Opened on this day, and not merged into another since.' }),
      won_leads: Type.Integer({ description: 'Won on this day, whenever they were opened, and still won.' }),
    }),
  ),
});

import { startApp } from '../../src/app.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createLog } from '../../src/kernel/log.ts';
import { readSettings } from '../../src/kernel/settings.ts';

// The whole service of one process, for the roles it is given, with the settings everybody gets.
const [databaseUrl, roles] = process.argv.slice(2);
const settings = readSettings({
  DATABASE_URL: databaseUrl,
  MCUBE_ROLES: roles,
  PORT: '0',
  // The recordings that the load names are nowhere; a bench asks nobody outside for them.
  MCUBE_RECORDING_ONLY_ALLOWED_HOSTS: 'true',
  MCUBE_SECRET_KEY: 'be0c'.repeat(16),
});
const app = await startApp(settings, createLog(settings, false), systemClock);
process.on('disconnect', () => app.stop().finally(() => process.exit()));
process.send?.({ url: app.url ?? '' });

import type { Log } from '../kernel/log.ts';
import type { Settings } from '../kernel/settings.ts';

export async function fillWithDemo(_settings: Settings, _log: Log): Promise<void> {}

import { type TProperties, Type } from 'typebox';
import { component, words } from '../schemas.ts';

export const PREFERENCE_FIELDS = {
  theme: words(['system', 'light', 'dark']),
  density: words(['comfortable', 'compact']),
  lang: words(['en', 'hi'], 'The language of the application.'),
  popup: Type.Boolean({ description: 'Whether a ringing call pops up.' }),
  sound: Type.Boolean({ description: 'Whether it rings aloud.' }),
  push_missed_calls: Type.Boolean({ description: 'Whether missed calls are pushed to devices that asked for it.' }),
} satisfies TProperties;

export const UserPreferences = component('UserPreferences', PREFERENCE_FIELDS);

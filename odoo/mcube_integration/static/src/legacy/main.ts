import { addBell } from './bell.ts';
import { addCallButtons } from './call-button.ts';
import { addPlayer } from './player.ts';

// Named, not found by reading the source, as Odoo does without it: ours calls `require` in other functions.
const NEEDED = ['web.AbstractField', 'web.basic_fields', 'web.field_registry', 'web.SystrayMenu', 'web.Widget'];

odoo.define('mcube_integration.widgets', NEEDED, (require) => {
  addPlayer(require);
  addCallButtons(require);
  addBell(require);
});

import { OPEN_MISSED, openCall } from '../core/actions.ts';
import { mountBell } from '../core/mount-bell.ts';

/** Hangs the bell into the bar at the top. */
export function addBell(require: LegacyRequire): void {
  let end: (() => void) | undefined;
  const bell = require('web.Widget').extend({
    tagName: 'li',
    className: 'o_mcube_systray',
    start() {
      // The bar gives its height to links only, and this is none.
      Object.assign(this.el.style, { position: 'relative', display: 'flex', alignItems: 'center', height: '46px' });
      end = mountBell(
        this.el,
        {
          open: (call) => void this.do_action(openCall(call)),
          openMissed: () => void this.do_action(OPEN_MISSED),
        },
        { class: '', style: ' color: inherit;' },
      );
      return this._super();
    },
    destroy() {
      end?.();
      this._super();
    },
  });
  require('web.SystrayMenu').Items.push(bell);
}

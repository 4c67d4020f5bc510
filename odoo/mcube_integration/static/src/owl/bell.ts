import { Component, useEffect, useRef, xml } from '@odoo/owl';
import { registry } from '@web/core/registry';
import { useService } from '@web/core/utils/hooks';
import { OPEN_MISSED, openCall } from '../core/actions.ts';
import { mountBell } from '../core/mount-bell.ts';

/** Hangs the bell into the bar at the top. */
export function addBell(): void {
  registry.category('systray').add('mcube_integration.bell', { Component: Bell }, { sequence: 24 });
}

class Bell extends Component {
  static override template = xml`<div class="o_mcube_systray" style="position: relative" t-ref="bell"/>`;
  static override props = ['*'];

  override setup(): void {
    const host = useRef('bell');
    const action = useService('action');
    useEffect(
      () =>
        host.el === null
          ? undefined
          : mountBell(
              host.el,
              {
                open: (call) => void action.doAction(openCall(call)),
                openMissed: () => void action.doAction(OPEN_MISSED),
              },
              { class: 'o_nav_entry', style: '' },
            ),
      () => [],
    );
  }
}

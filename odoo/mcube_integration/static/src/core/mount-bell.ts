import type { CallRow } from './call-row.ts';
import { element } from './element.ts';
import type { MissedCaller, SortedCalls } from './sort-calls.ts';
import { watchCalls } from './watch-calls.ts';

export type BellActions = {
  /** Opens a call's lead, or the call itself when it has none. */
  open(call: CallRow): void;
  /** Opens the list of missed calls. */
  openMissed(): void;
};

/** How an entry of this version's bar gets its colour. */
export type BellLook = { class: string; style: string };

/** The bell in the bar: how many wait for a call back, what rings, and a panel with both. Returns how to end it. */
export function mountBell(host: HTMLElement, actions: BellActions, look: BellLook): () => void {
  const counter = element('span', { class: 'badge rounded-pill badge-pill text-bg-danger badge-danger o_mcube_count' });
  const ringing = element('span', {
    class: 'badge text-bg-success badge-success o_mcube_ringing',
    role: 'status',
    style: RINGING,
  });
  const button = element(
    'button',
    {
      type: 'button',
      class: `btn o_mcube_bell ${look.class}`,
      style: BUTTON + look.style,
      'aria-label': 'Calls',
      'aria-expanded': 'false',
    },
    element('i', { class: 'fa fa-phone me-1 mr-1' }),
    counter,
    ringing,
  );
  const panel = element('div', { class: 'o_mcube_panel', style: PANEL, role: 'dialog', 'aria-label': 'Calls' });
  panel.hidden = true;
  host.append(button, panel);

  function show(open: boolean): void {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  }
  function choose(work: () => void): () => void {
    return () => {
      show(false);
      work();
    };
  }
  function draw(calls: SortedCalls): void {
    const [first] = calls.ringing;
    counter.textContent = calls.missed.length === 0 ? '' : String(calls.missed.length);
    const text = first === undefined ? '' : nameOf(first);
    // Written anew only when it differs: a screen reader reads it each time.
    if (ringing.textContent !== text) ringing.textContent = text;
    panel.replaceChildren(
      ...section('On the line', calls.ringing, (call) =>
        rowOf(
          call,
          choose(() => actions.open(call)),
        ),
      ),
      ...section('Missed, not called back', calls.missed, (call) =>
        rowOf(
          call,
          choose(() => actions.open(call)),
        ),
      ),
      ...(calls.ringing.length + calls.missed.length === 0
        ? [element('p', { class: 'p-3 m-0' }, 'Nobody waits.')]
        : []),
      link('All missed calls', choose(actions.openMissed)),
    );
  }
  const closeOutside = (event: Event) => {
    if (event.target instanceof Node && !host.contains(event.target)) show(false);
  };
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') show(false);
  };

  button.addEventListener('click', () => show(panel.hidden === true));
  document.addEventListener('click', closeOutside);
  document.addEventListener('keydown', closeByKey);
  draw({ ringing: [], missed: [] });
  const stop = watchCalls(draw);
  return () => {
    stop();
    document.removeEventListener('click', closeOutside);
    document.removeEventListener('keydown', closeByKey);
    host.replaceChildren();
  };
}

/** The bars of the versions have other colours and heights: the bell takes what is around it. */
const BUTTON = 'background: none; border: 0; height: 100%; padding: 0 10px; white-space: nowrap;';
/** A long name must not push the bar apart. */
const RINGING =
  'max-width: 160px; overflow: hidden; text-overflow: ellipsis; margin-left: 4px; vertical-align: middle;';
const PANEL =
  'position: absolute; right: 0; top: 100%; z-index: 1050; width: 320px; max-width: 95vw; max-height: 70vh; overflow: auto; background: var(--body-bg, #fff); color: var(--body-color, #212529); border: 1px solid rgba(0, 0, 0, 0.2); box-shadow: 0 4px 12px rgba(0, 0, 0, 0.2); line-height: 1.4;';

function section<Call>(title: string, calls: readonly Call[], row: (call: Call) => Node): Node[] {
  return calls.length === 0
    ? []
    : [element('div', { class: 'px-3 pt-2 font-weight-bold fw-bold' }, title), ...calls.map(row)];
}

function rowOf(call: CallRow | MissedCaller, open: () => void): Node {
  const time = new Date(call.time).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const tries = 'tries' in call && call.tries > 1 ? [`${call.tries} tries`] : [];
  const detail = element('div', { class: 'text-muted small' }, [time, ...tries, call.phoneNumber].join(' · '));
  return link(element('div', { class: 'text-truncate' }, nameOf(call)), open, detail);
}

function link(content: Node | string, work: () => void, ...more: Node[]): Node {
  const made = element('button', { type: 'button', class: 'btn btn-link d-block w-100 px-3 py-2' }, content, ...more);
  made.style.textAlign = 'left';
  made.addEventListener('click', work);
  return made;
}

function nameOf({ leadName, phoneNumber }: CallRow): string {
  return leadName ?? (phoneNumber === '' ? 'Withheld number' : phoneNumber);
}

import { element } from './element.ts';
import { type CallWish, requestCall } from './request-call.ts';

export type Tell = (message: string, kind: 'info' | 'danger') => void;

/** A button that asks MCUBE to call a number; locked while a call is asked for, so that two clicks make one call. */
export function drawCallButton(wish: CallWish, tell: Tell): HTMLButtonElement {
  const label = `Call ${wish.phoneNumber} with MCUBE`;
  const button = element(
    'button',
    { type: 'button', class: 'btn btn-link text-nowrap p-0 ms-2 ml-2 o_mcube_call', title: label, 'aria-label': label },
    element('i', { class: 'fa fa-phone-square' }),
    element('small', { class: 'fw-bold font-weight-bold ms-1 ml-1' }, 'MCUBE'),
  );
  button.addEventListener('click', (event) => {
    // In a list the row would open, in a kanban view the card.
    event.preventDefault();
    event.stopPropagation();
    void ask(button, wish, tell);
  });
  return button;
}

async function ask(button: HTMLButtonElement, wish: CallWish, tell: Tell): Promise<void> {
  if (button.getAttribute('aria-disabled') === 'true') return;
  // Not `disabled`: in 14 the button stands in a link to the number, which would get the second of two clicks.
  lock(button, true);
  try {
    tell(`MCUBE is asked to call ${wish.phoneNumber}.`, 'info');
    tell(await requestCall(wish), 'info');
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error), 'danger');
  } finally {
    lock(button, false);
  }
}

function lock(button: HTMLButtonElement, locked: boolean): void {
  button.setAttribute('aria-disabled', String(locked));
  button.style.opacity = locked ? '0.5' : '';
}

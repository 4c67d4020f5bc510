import { element } from './element.ts';

/** A recording to hear where it stands; with `listen` also to open by itself. Whatever is no web address is no recording. */
export function drawPlayer(value: unknown, listen: boolean): HTMLElement[] {
  const address = typeof value === 'string' ? value.trim() : '';
  if (!/^https?:\/\//i.test(address)) return [];
  const player = element('audio', {
    controls: '',
    preload: 'none',
    src: address,
    class: 'o_mcube_player',
    style: 'height: 32px; width: 240px; max-width: 100%; vertical-align: middle;',
  });
  // In a list a click would open the row.
  player.addEventListener('click', (event) => event.stopPropagation());
  const failure = element('span', { class: 'text-danger ms-2 ml-2', role: 'status' });
  player.addEventListener('error', () => {
    failure.textContent = 'The recording cannot be played.';
  });
  if (!listen) return [player, failure];
  const link = element(
    'a',
    { href: address, target: '_blank', rel: 'noopener noreferrer', class: 'btn btn-primary ms-2 ml-2 o_mcube_listen' },
    'Listen Recording',
  );
  return [player, link, failure];
}

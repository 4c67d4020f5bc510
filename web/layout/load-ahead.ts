import type { Screen } from '../screens.tsx';

/** Loads the script of what the address shows, while it is still being asked who is there. */
export function loadAddressed(screens: readonly Screen[], pathname: string): void {
  const [name = '', ...rest] = pathname.split('/').filter((part) => part !== '');
  const screen =
    screens.find((one) => one.name === [name, ...rest].join('/')) ?? screens.find((one) => one.name === name);
  const view = screen?.page ?? (rest.length === 0 ? screen?.views?.list : screen?.views?.show);
  // Its failing is told when it is shown.
  view?.load().catch(() => undefined);
}

/** Loads the scripts of these screens, one after the other, whenever the browser has nothing else to do. Returns how to stop. */
export function loadWhenIdle(screens: readonly Screen[]): () => void {
  let stopped = false;
  const load = async () => {
    for (const { views, page } of screens) {
      for (const view of [page, views?.list, views?.show]) {
        await idle();
        if (stopped) return;
        // Without a connection it comes, or fails, when it is opened.
        await view?.load().catch(() => undefined);
      }
    }
  };
  void load();
  return () => {
    stopped = true;
  };
}

/** Not every browser says when it is idle; a second after the last script most are. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: MOST_WAIT_MS });
    else setTimeout(resolve, 1_000);
  });
}

const MOST_WAIT_MS = 10_000;

/**
 * Loads a part of the application that is to be shown. A browser takes a part that it once failed to fetch for lost until
 * the page is loaded anew, which is done here: as soon as somebody answers, since without an answer the page would be lost
 * too. So it is after an update, when the part has another name. What is missing after that stays missing.
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    while (!(await serviceAnswers())) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
    if (Date.now() - last < ONCE_IN_MS) throw error;
    sessionStorage.setItem(RELOADED, String(Date.now()));
    window.location.reload();
    // Nothing of this page is shown any more.
    return await new Promise<never>(() => undefined);
  }
}

const PAUSE_MS = 1_000;
const RELOADED = 'mcube.reloaded';
const ONCE_IN_MS = 60_000;

function serviceAnswers(): Promise<boolean> {
  return fetch('/livez', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}

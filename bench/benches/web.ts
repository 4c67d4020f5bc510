import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPage } from '../../test/support/browser.ts';
import { milliseconds, whole } from '../report/number-text.ts';
import type { Section } from '../report/section.ts';
import { median } from '../report/statistics.ts';
import { createOffice } from '../support/office.ts';
import { type Service, startService } from '../support/service.ts';
import { countCalls } from '../support/stored-calls.ts';
import type { Context } from './context.ts';

const CALLS = 200;
/** Of the issue, gzipped; what is sent is smaller where the browser takes brotli. */
const SCRIPT_BUDGET_KB = 350;
/** Initial: the list that people begin with. Then what they open from there. */
const FIRST = '/call-records';
const ROW = 'main [data-row]';
const NEXT = [
  { name: 'the leads', link: 'nav a[href="/leads"]', content: ROW },
  { name: 'a lead', link: `${ROW}[href]`, content: 'main section' },
  { name: 'the missed calls', link: 'nav a[href="/missed-calls"]', content: ROW },
  { name: 'the dashboard', link: 'nav a[href="/dashboard"]', content: 'main section' },
  { name: 'the calls again', link: 'nav a[href="/call-records"]', content: ROW },
  { name: 'a call', link: `${ROW}[href]`, content: 'main section' },
  { name: 'the leads again', link: 'nav a[href="/leads"]', content: ROW },
] as const;

/** Nobody leaves a screen before it stands. */
const LOOK_MS = 2_000;
const PATIENCE_MS = 20_000;

/** What a browser loads, and how long people wait for it. */
export async function benchWeb({ postgres, quick, profileTo }: Context): Promise<Section> {
  await promisify(execFile)(process.execPath, [fileURLToPath(new URL('../../scripts/build-web.ts', import.meta.url))]);
  const database = await postgres.createDatabase('bench_web');
  const browser = await launchBrowser();
  let service: Service | undefined;
  try {
    const { apiKey } = await createOffice(database);
    service = await startService(database.url, 'one process', { profileTo });
    await call(service.url);
    while ((await countCalls(database)) < CALLS) await new Promise((resolve) => setTimeout(resolve, 50));
    const visits: Visit[] = [];
    for (let visit = 0; visit < (quick ? 2 : 7); visit += 1) visits.push(await visitOnce(browser, service.url, apiKey));
    const [first] = visits;
    const of = (figure: (visit: Visit) => number) => median(visits.map(figure));
    const initialKb = (first?.initialBytes ?? 0) / 1000;
    return {
      title: '7. The web application',
      aim: `first useful paint under 1 s, other screens under 100 ms, initial script under ${SCRIPT_BUDGET_KB} kB.`,
      tables: [
        {
          head: ['opened for the first time, nothing kept', ''],
          rows: [
            ['script that the page begins with, compressed', `**${whole(initialKb)} kB**`],
            [
              'all script until the list stands',
              `${whole((first?.scriptBytes ?? 0) / 1000)} kB in ${first?.scripts ?? 0} files`,
            ],
            ['everything, compressed', `${whole((first?.bytes ?? 0) / 1000)} kB in ${first?.requests ?? 0} requests`],
            ['first paint', `${milliseconds(of(({ paint }) => paint))} ms`],
            ['the list of calls', `**${milliseconds(of(({ list }) => list))} ms**`],
          ],
        },
        {
          head: ['from there to', 'until its heading stands', 'until what is under it does'],
          rows: NEXT.map(({ name }, index) => [
            name,
            `**${milliseconds(of(({ next }) => next[index]?.heading ?? 0))} ms**`,
            `${milliseconds(of(({ next }) => next[index]?.content ?? 0))} ms`,
          ]),
        },
      ],
      notes: [
        `Medians of ${visits.length} visits, each in a window without cookies or cache, on loopback; the browser has the same processors as the service. ${CALLS} calls. A screen's own script is loaded when it is opened; two seconds pass before each press.`,
      ],
      failures: initialKb > SCRIPT_BUDGET_KB ? [`The initial script is larger than ${SCRIPT_BUDGET_KB} kB.`] : [],
    };
  } finally {
    await browser.close();
    await service?.stop();
    await database.drop();
  }
}

type Visit = {
  initialBytes: number;
  scripts: number;
  scriptBytes: number;
  requests: number;
  bytes: number;
  paint: number;
  list: number;
  next: Waited[];
};

/** In milliseconds from the press. */
type Waited = { heading: number; content: number };

async function visitOnce(browser: Browser, url: string, apiKey: string): Promise<Visit> {
  const { page, context } = await openPage(browser, url);
  await context.setExtraHTTPHeaders({ authorization: `Bearer ${apiKey}` });
  await page.goto(FIRST, { waitUntil: 'commit' });
  await page.locator('[data-row]').first().waitFor();
  const list = await page.evaluate<number>('performance.now()');
  const loaded = await page.evaluate<Omit<Visit, 'list' | 'next'>>(`(async () => {
    const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    const sum = (some) => some.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
    const scripts = all.filter(({ name }) => name.endsWith('.js'));
    // Those that the page itself names; the others are asked for by what it shows.
    const page = await (await fetch('/')).text();
    const initial = scripts.filter(({ name }) => page.includes(new URL(name).pathname));
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { initialBytes: sum(initial), scripts: scripts.length, scriptBytes: sum(scripts), requests: all.length, bytes: sum(all), paint: paint?.startTime ?? 0 };
  })()`);
  const next: Waited[] = [];
  for (const { link, content } of NEXT) {
    await page.waitForTimeout(LOOK_MS);
    next.push(await follow(page, link, content));
  }
  await context.close();
  return { ...loaded, list, next };
}

/** By pressing, as people do, and seen from within the page. */
function follow(page: Page, link: string, content: string): Promise<Waited> {
  return page.evaluate<Waited>(`new Promise((resolve, reject) => {
    const before = document.querySelector('h1').textContent;
    const begun = performance.now();
    let heading;
    const look = () => {
      const here = document.querySelector('h1')?.textContent;
      if (heading === undefined && here !== before && here) heading = performance.now() - begun;
      if (heading !== undefined && document.querySelector(${JSON.stringify(content)}) !== null)
        resolve({ heading, content: performance.now() - begun });
      else if (performance.now() > begun + ${PATIENCE_MS}) reject(new Error('no ' + ${JSON.stringify(content)} + ' behind ' + ${JSON.stringify(link)}));
      else requestAnimationFrame(look);
    };
    document.querySelector(${JSON.stringify(link)}).click();
    look();
  })`);
}

async function call(url: string): Promise<void> {
  const now = Date.now();
  const events = Array.from({ length: CALLS }, (_, call) => ({
    callid: `9800000001${Math.floor(now / 1000) + call}`,
    starttime: new Date(now - call * 600_000).toISOString().slice(0, 19).replace('T', ' '),
    endtime: new Date(now - call * 600_000 + 60_000).toISOString().slice(0, 19).replace('T', ' '),
    answeredtime: '00:00:40',
    direction: 'inbound',
    dialstatus: call % 3 === 0 ? 'NOANSWER' : 'ANSWER',
    callto: String(9_000_000_000 + (call % 80)),
    clicktocalldid: '8030000001',
    emp_phone: '9800000001',
  }));
  const body = JSON.stringify(events);
  const answer = await fetch(`${url}/mcube/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  if (!answer.ok) throw new Error(`The calls were not accepted: ${answer.status} ${await answer.text()}`);
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a page breaks of WCAG 2.2 AA, in words. */
export function violationsOf(page: Page): Promise<string[]> {
  return run(page, { type: 'tag', values: RULES });
}

/** What of its text cannot be read from its ground. */
export function contrastViolationsOf(page: Page): Promise<string[]> {
  return run(page, { type: 'rule', values: ['color-contrast'] });
}

async function run(page: Page, runOnly: object): Promise<string[]> {
  await page.evaluate(`window.axe ?? (() => { ${axe} })()`);
  const { violations } = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(runOnly)} })`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

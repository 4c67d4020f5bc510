import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Menus open beside the landmarks, as their authors mean them to. */
const NO_RULE_OF_WCAG = { region: { enabled: false } };

/** They are as the first are. */
const ROWS_BUT_THE_FIRST = [
  ['tbody tr:nth-child(n+5)'],
  ['main ul > li:nth-child(n+5)'],
  ['[role=group]:nth-child(n+4)'],
];

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
  // What is right is only counted, and nobody needs a way to it: that is most of the work.
  const options = { runOnly, rules: NO_RULE_OF_WCAG, resultTypes: ['violations'], selectors: false };
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run({ exclude: ${JSON.stringify(ROWS_BUT_THE_FIRST)} }, ${JSON.stringify(options)})`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

import { SETTINGS } from '../src/kernel/settings.ts';

/** Files that are written from the settings, by their path from the root of the package. */
export function describeSettings(): Record<string, string> {
  const settings = Object.values(SETTINGS);
  const examples = settings.map(({ variable, fallback, sentence }) => `# ${sentence}\n#${variable}=${fallback}\n`);
  const rows = settings.map(({ variable, fallback, sentence }) => [
    `\`${variable}\``,
    fallback === '' ? '' : `\`${fallback}\``,
    sentence.replaceAll('|', '\\|'),
  ]);
  return {
    '.env.example': `${EXAMPLE}\n${examples.join('\n')}`,
    'docs/settings.md': `${PAGE}\n${tableOf(['Variable', 'Default', 'What it does'], rows)}`,
  };
}

const ORIGIN = 'Written by "npm run generate" from src/kernel/settings.ts.';

const EXAMPLE = `# ${ORIGIN}
# Copy this file to .env and take the # away before what you change. A variable of the environment wins over .env.
`;

const PAGE = `<!-- ${ORIGIN} -->
# Settings

Each is read from the environment, and else from the file \`.env\` in the folder in which the service is started
(\`.env.example\` is one to begin with). A setting that cannot be used ends the start with a sentence and exit code 2;
\`npm run -s mcube -- doctor\` looks at what they mean together.
`;

/** With its columns aligned, as the formatter of the package wants it. */
function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((_, column) => Math.max(...[headings, ...rows].map((row) => row[column]?.length ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [headings, rule, ...rows]
    .map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`)
    .join('');
}

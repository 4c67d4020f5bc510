/** What one bench found. */
export type Section = {
  title: string;
  /** What the issue asks for. */
  aim: string;
  tables: readonly Table[];
  /** How it was measured, and what the figures do not say. */
  notes: readonly string[];
  /** What must hold and does not: then the whole run has failed. */
  failures: readonly string[];
};

export type Table = { head: readonly string[]; rows: readonly (readonly string[])[] };

export function writeSection({ title, aim, tables, notes, failures }: Section): string {
  return [
    `## ${title}`,
    `Aim: ${aim}`,
    ...tables.map(writeTable),
    ...notes,
    ...failures.map((failure) => `**FAILED: ${failure}**`),
  ].join('\n\n');
}

function writeTable({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

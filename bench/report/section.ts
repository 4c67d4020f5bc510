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

/** Aligned: it is read in a terminal as well. */
function writeTable({ head, rows }: Table): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

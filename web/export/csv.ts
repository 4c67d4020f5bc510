/**
 * Rows as a table calculation reads them: with a mark for its encoding, every cell in quotes. A cell that would be taken
 * for a formula begins with an apostrophe; a number with its sign is none.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const harmless = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

const FORMULA = /^[=+\-@\t\r\n]/;
const NUMBER = /^[+-]?\d[\d ,.]*$/;

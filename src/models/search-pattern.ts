/** The words as a pattern for LIKE on lower-case text; what they hold of wildcards stands for itself. */
export function searchPattern(words: string): string {
  return `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
}

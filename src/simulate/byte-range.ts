/** What a Range header asks for of a file of that size. One range only: players ask for no more. */
export function byteRange(header: string | undefined, size: number): ByteRange {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null) return { kind: 'all' };
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return { kind: 'all' };
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? { kind: 'outside' } : { kind: 'part', start, end };
}

export type ByteRange = { kind: 'all' } | { kind: 'part'; start: number; end: number } | { kind: 'outside' };

/** What is asked of the service, by name. */
export type Query = Readonly<Record<string, unknown>>;

/** `?a=1&a=2&b=null`: lists are repeated, null is a value, what is undefined or empty is left out. */
export function searchOf(query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== '') search.append(name, one instanceof Date ? one.toISOString() : String(one));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

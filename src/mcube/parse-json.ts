/** A number of 16 digits or more outside quotes, or what looks like one: a JSON number keeps only 15 for certain. Of fixed length, it is searched for in leaps. */
const MAYBE_LONG_NUMBER = /[:,[\s-]\d{16}/;

/** What a JSON text says, or undefined when it is none. Whole numbers too long for a number become text: call ids have 20 digits. */
export function parseJson(text: string): unknown {
  try {
    // A reviver makes parsing several times slower, so only the texts that may need it pay.
    return MAYBE_LONG_NUMBER.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  return typeof value === 'number' && source !== undefined && /^-?\d{16,}$/.test(source) ? source : value;
}

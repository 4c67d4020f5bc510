/** 18,000 */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** Milliseconds with as many digits as say something. */
export function milliseconds(value: number): string {
  return value.toFixed(value < 1 ? 2 : value < 100 ? 1 : 0);
}

/** 0.74 */
export function ratio(value: number): string {
  return value.toFixed(2);
}

/** 12 % */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

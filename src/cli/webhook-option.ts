import { InvalidArgumentError } from 'commander';

/** The address with the token as MCUBE would send it. */
export function withToken(webhook: string, token: string | undefined): string {
  const url = new URL(webhook);
  if (token !== undefined && token !== '') url.searchParams.set('token', token);
  return url.href;
}

export function address(given: string): string {
  if (/^https?:/.test(given) && URL.canParse(given)) return given;
  throw new InvalidArgumentError('It must be an address such as http://127.0.0.1:8080/mcube/webhook.');
}

import { RequestError } from '../kernel/errors.ts';

export function noSuchRoute(method: string, url: string): RequestError {
  return new RequestError('not_found', `There is no ${method} ${url.split('?')[0]?.slice(0, 200)}.`);
}

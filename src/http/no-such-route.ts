import { RequestError } from '../kernel/errors.ts';
import { say } from '../kernel/sentences.ts';

export function noSuchRoute(method: string, url: string): RequestError {
  return new RequestError('not_found', say('no_such_route', { method, path: url.split('?')[0]?.slice(0, 200) }));
}

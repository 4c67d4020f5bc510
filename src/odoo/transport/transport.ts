import type { OdooAnswer } from './failure.ts';

/** One call of a method of a model, its arguments by name. */
export type OdooCall = {
  readonly model: string;
  readonly method: string;
  /** The records it is called on; absent for methods of the model itself. */
  readonly ids?: readonly number[];
  readonly named?: Readonly<Record<string, unknown>>;
  readonly context?: Readonly<Record<string, unknown>>;
  /** How long to wait; an upload of a module takes longer than a search. */
  readonly timeoutMs?: number;
};

/** The way to one database of one Odoo, as one user. */
export type OdooTransport = {
  readonly protocol: 'json-2' | 'json-rpc';
  call(call: OdooCall): Promise<OdooAnswer>;
};

/** Where Odoo is and who we are there. The key is a secret: it goes into headers and bodies, never into a log or a sentence. */
export type OdooAddress = {
  readonly url: string;
  readonly db: string;
  readonly login: string;
  readonly key: string;
};

export const DEFAULT_TIMEOUT_MS = 30_000;

/** How a call is named in sentences: "create of crm.lead". */
export function nameOf({ model, method }: OdooCall): string {
  return `${method} of ${model}`;
}

/** An address below Odoo's own, which may itself have a path. */
export function below(url: string, path: string): URL {
  return new URL(path, url.endsWith('/') ? url : `${url}/`);
}

/** Odoo's words, should they ever repeat the key, without it. */
export function withoutKey<Answer extends OdooAnswer>(answer: Answer, key: string): Answer {
  if (answer.kind === 'answered') return answer;
  const strike = (text: string) => text.replaceAll(key, '***');
  const { failure } = answer;
  return {
    ...answer,
    failure: { ...failure, message: strike(failure.message), detail: strike(failure.detail) },
  };
}

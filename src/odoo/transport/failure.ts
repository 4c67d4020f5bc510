/** Why Odoo did not do what was asked: a stable kind for programs, a sentence and a fix for people. */
export type OdooFailure = {
  readonly kind: FailureKind;
  readonly message: string;
  readonly fix: string;
  /** Odoo's own words, the key struck out; for the log and for whoever asks why. */
  readonly detail: string;
  /** Seconds that Odoo, or what stands before it, asks to wait. */
  readonly retryAfter: number | undefined;
};

export type FailureKind =
  | 'unauthorised'
  | 'forbidden'
  | 'unknown'
  | 'missing'
  | 'conflict'
  | 'duplicate'
  | 'validation'
  | 'busy'
  | 'unreachable'
  | 'server_error';

/** What a call comes back with. Values are unknown until somebody has read them (see read-value.ts). */
export type OdooAnswer<Value = unknown> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'failed'; readonly failure: OdooFailure };

export function answered<Value>(value: Value): OdooAnswer<Value> {
  return { kind: 'answered', value };
}

export function failed(failure: OdooFailure): OdooAnswer<never> {
  return { kind: 'failed', failure };
}

/** Whether the same call may succeed later, nothing changed by anybody. */
export function isTransient({ kind }: OdooFailure): boolean {
  return TRANSIENT.has(kind);
}

const TRANSIENT: ReadonlySet<FailureKind> = new Set(['conflict', 'busy', 'unreachable', 'server_error']);

/** For whoever can do nothing with a failure but end: a command, a test. */
export class OdooError extends Error {
  override name = 'OdooError';
  readonly failure: OdooFailure;

  constructor(failure: OdooFailure) {
    super(`${failure.message} ${failure.fix}`);
    this.failure = failure;
  }
}

/** The value, or an {@link OdooError}. */
export function answerOf<Value>(answer: OdooAnswer<Value>): Value {
  if (answer.kind === 'answered') return answer.value;
  throw new OdooError(answer.failure);
}

/** What a request may fail with. The code is stable, the status follows from it, the message is for a person. */
export const ERROR_STATUS = {
  invalid_input: 400,
  unauthenticated: 401,
  access_denied: 403,
  not_found: 404,
  conflict: 409,
  duplicate_lead: 409,
  too_large: 413,
  out_of_range: 416,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** An expected refusal on its way to the caller; mapped to a response in one place (http/error-handler.ts). */
export class RequestError extends Error {
  override name = 'RequestError';
  readonly code: ErrorCode;
  /** Seconds after which the same request may succeed. */
  readonly retryAfter: number | undefined;
  readonly details: ErrorDetails | undefined;

  constructor(code: ErrorCode, message: string, retryAfter?: number, details?: ErrorDetails) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
    this.details = details;
  }
}

/** What a client needs to go on from the refusal, beside the words. */
export type ErrorDetails = { lead_id: number };

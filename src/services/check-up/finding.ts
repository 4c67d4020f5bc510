/** What one check found. A failure stops calls from arriving, or may lose them; a warning is for a person to weigh. */
export type Finding = {
  check: string;
  state: 'ok' | 'warning' | 'failure';
  says: string;
  /** What to do about it. */
  fix?: string;
};

/** How a person of this package types a command of ours. */
export const MCUBE = 'npm run -s mcube --';

export function ok(check: string, says: string): Finding {
  return { check, state: 'ok', says };
}

export function warning(check: string, says: string, fix: string): Finding {
  return { check, state: 'warning', says, fix };
}

export function failure(check: string, says: string, fix: string): Finding {
  return { check, state: 'failure', says, fix };
}

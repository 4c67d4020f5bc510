import { InvalidArgumentError } from 'commander';

/** Reads an option that is a number. */
export function atLeast(least: number): (given: string) => number {
  return (given) => {
    const value = Number(given);
    if (given.trim() !== '' && value >= least) return value;
    throw new InvalidArgumentError(`It must be a number, ${least} or more.`);
  };
}

export function wholeFrom(least: number): (given: string) => number {
  return (given) => {
    if (Number.isSafeInteger(Number(given))) return atLeast(least)(given);
    throw new InvalidArgumentError('It must be a whole number.');
  };
}

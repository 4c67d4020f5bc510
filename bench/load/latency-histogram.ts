/** Counts latencies in steps of 10 microseconds up to ten seconds: adding one costs an increment and no memory. */
export function createHistogram(): Histogram {
  const steps = new Uint32Array(STEPS_A_MS * MOST_MS + 1);
  let count = 0;
  return {
    add(milliseconds) {
      const step = Math.min(Math.round(milliseconds * STEPS_A_MS), steps.length - 1);
      steps[step] = (steps[step] ?? 0) + 1;
      count += 1;
    },
    quantile(share) {
      let left = Math.max(Math.ceil(count * share), 1);
      const step = steps.findIndex((entries) => {
        left -= entries;
        return left <= 0;
      });
      return step === -1 ? 0 : step / STEPS_A_MS;
    },
  };
}

export type Histogram = {
  add(milliseconds: number): void;
  /** The latency in milliseconds that this share of all did not exceed. */
  quantile(share: number): number;
};

const STEPS_A_MS = 100;
const MOST_MS = 10_000;

/** Chance that repeats: the same seed gives the same numbers in the same order, on every machine. */
export type Random = {
  /** At least 0, less than 1. */
  fraction(): number;
  chance(probability: number): boolean;
  /** A whole number; both ends can come up. */
  integer(least: number, most: number): number;
  pick<Item>(items: readonly Item[]): Item;
  weighted<Item>(choices: readonly (readonly [item: Item, weight: number])[]): Item;
  shuffle<Item>(items: readonly Item[]): Item[];
  /** Skewed as lengths of talks are: half of the values lie below the median, a few far above it. */
  logNormal(median: number, sigma: number): number;
};

export function createRandom(seed: number): Random {
  const fraction = mulberry32(seed);
  const integer = (least: number, most: number) => least + Math.floor(fraction() * (most - least + 1));

  function weighted<Item>(choices: readonly (readonly [Item, number])[]): Item {
    let left = fraction() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of choices) {
      left -= weight;
      if (left < 0) return item;
    }
    throw new Error('Nothing to choose from.');
  }

  function pick<Item>(items: readonly Item[]): Item {
    const item = items[integer(0, items.length - 1)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  }

  return {
    fraction,
    integer,
    weighted,
    chance: (probability) => fraction() < probability,
    pick,
    shuffle: (items) =>
      items
        .map((item) => [fraction(), item] as const)
        .sort(([first], [second]) => first - second)
        .map(([, item]) => item),
    // Box-Muller; 1 - fraction is never 0, so its logarithm is finite.
    logNormal: (median, sigma) =>
      median * Math.exp(sigma * Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction())),
  };
}

/** Tommy Ettinger's public-domain generator: 32 bits of state are plenty for made-up calls. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

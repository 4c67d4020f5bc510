/** How fast recordings play: in steps that a key moves by. */
export const SPEEDS: readonly number[] = Array.from({ length: 12 }, (_, step) => (step + 1) / 4);

export function nextSpeed(speed: number, direction: 1 | -1): number {
  const [slowest = speed, fastest = speed] = [SPEEDS[0], SPEEDS.at(-1)];
  return Math.min(fastest, Math.max(slowest, speed + direction / 4));
}

/** As this device remembers it. */
export function rememberedSpeed(): number {
  const speed = Number(localStorage.getItem(STORED_AS));
  return SPEEDS.includes(speed) ? speed : 1;
}

export function rememberSpeed(speed: number): void {
  localStorage.setItem(STORED_AS, String(speed));
}

const STORED_AS = 'mcube.player.speed';

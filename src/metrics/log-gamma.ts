// What is the logarithm of the gamma function?

/** ln Γ(x) for x > 0, to 13 digits: Stirling's series, after moving x above 10. Source: Abramowitz & Stegun 6.1.41. */
export function logGamma(x: number): number {
  let passed = 1;
  let moved = x;
  while (moved < 10) passed *= moved++;
  const square = 1 / (moved * moved);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / moved;
  return (moved - 0.5) * Math.log(moved) - moved + HALF_LOG_TAU + series - Math.log(passed);
}

const HALF_LOG_TAU = 0.918_938_533_204_672_7;

/** Σ ln Γ(z + scale × x) over all x, each x computed once. */
export function logGammas(all: readonly number[]): (z: number, scale?: number) => number {
  const counts = new Map<number, number>();
  for (const x of all) counts.set(x, (counts.get(x) ?? 0) + 1);
  return (z, scale = 1) => [...counts].reduce((sum, [x, count]) => sum + count * logGamma(z + scale * x), 0);
}

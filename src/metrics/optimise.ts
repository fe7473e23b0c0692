// Where is a function of a few variables smallest?

/** Where a search ended. */
export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  /** True where a fresh search from there found nothing lower. */
  readonly isStable: boolean;
  /** For each variable whether it went as far as it may. */
  readonly isAtLimit: readonly boolean[];
}

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

/**
 * Nelder and Mead's simplex, begun anew where it ended until that gains nothing: a simplex can shrink where there is no minimum.
 * No variable goes farther than 6 from its start: as a logarithm, to 400 times or a 400th.
 * Source: Nelder & Mead, A Simplex Method for Function Minimization (1965).
 */
export function minimise(measure: (at: readonly number[]) => number, start: readonly number[]): Minimum {
  const isNear = (at: readonly number[]) => at.every((one, axis) => Math.abs(one - start[axis]!) <= FARTHEST);
  const value = (at: readonly number[]): Corner => ({ at, value: isNear(at) ? orInfinite(measure(at)) : Infinity });
  let best = value(start);
  for (let search = 0; search < MOST_SEARCHES; search++) {
    const found = shrunk(value, around(value, best, search === 0 ? 0.5 : 0.1));
    const gain = best.value - found.value;
    best = found;
    if (search > 0 && gain <= 100 * closeness(best.value)) return ended(best, start, Number.isFinite(best.value));
  }
  return ended(best, start, false);
}

function ended(best: Corner, start: readonly number[], isStable: boolean): Minimum {
  return { ...best, isStable, isAtLimit: best.at.map((one, axis) => Math.abs(one - start[axis]!) > FARTHEST - 0.1) };
}

const FARTHEST = 6;
const MOST_SEARCHES = 12;
const MOST_MOVES = 1500;

/** Values closer than this are the same: twelve digits. */
function closeness(value: number): number {
  return 1e-12 * (Math.abs(value) + 1);
}

function around(value: (at: readonly number[]) => Corner, centre: Corner, step: number): Corner[] {
  return [centre, ...centre.at.map((_, axis) => value(centre.at.map((one, other) => (other === axis ? one + step : one))))];
}

/** The best corner once all corners are as low as it. */
function shrunk(value: (at: readonly number[]) => Corner, corners: Corner[]): Corner {
  for (let move = 0; move < MOST_MOVES; move++) {
    corners.sort((left, right) => left.value - right.value);
    const best = corners[0]!;
    const worst = corners.at(-1)!;
    if (worst.value - best.value <= closeness(best.value)) return best;
    const centre = centreOf(corners.slice(0, -1));
    const along = (far: number) => value(centre.map((one, axis) => one + far * (worst.at[axis]! - one)));
    const mirrored = along(-1);
    if (mirrored.value < best.value) replaceWorst(corners, lower(along(-2), mirrored));
    else if (mirrored.value < corners.at(-2)!.value) replaceWorst(corners, mirrored);
    else {
      const nearer = mirrored.value < worst.value ? along(-0.5) : along(0.5);
      if (nearer.value < Math.min(mirrored.value, worst.value)) replaceWorst(corners, nearer);
      else corners.splice(1, corners.length - 1, ...corners.slice(1).map(({ at }) => value(at.map((one, axis) => (one + best.at[axis]!) / 2))));
    }
  }
  return corners.reduce(lower);
}

function centreOf(corners: readonly Corner[]): number[] {
  return corners[0]!.at.map((_, axis) => corners.reduce((sum, { at }) => sum + at[axis]!, 0) / corners.length);
}

function lower(left: Corner, right: Corner): Corner {
  return right.value < left.value ? right : left;
}

function replaceWorst(corners: Corner[], corner: Corner): void {
  corners[corners.length - 1] = corner;
}

function orInfinite(value: number): number {
  return Number.isNaN(value) ? Infinity : value;
}

// Which parameters make what was seen most likely?

/** Parameters that are all above 0. */
export type Parameters<N extends string> = Readonly<Record<N, number>>;

/** The likeliest parameters; `isStable` where a fresh search from there found none likelier. */
export interface Fit<N extends string> {
  readonly params: Parameters<N>;
  /** Those that ended as far from the start as the search goes: beyond may be likelier ones. */
  readonly atLimit: readonly N[];
  readonly logLikelihood: number;
  readonly isStable: boolean;
}

/** The likeliest parameters, searched for from `start` on as logarithms. */
export function likeliest<N extends string>(start: Parameters<N>, logLikelihood: (params: Parameters<N>) => number): Fit<N> {
  const names = Object.keys(start) as N[];
  const paramsOf = (logs: readonly number[]) => Object.fromEntries(names.map((name, axis) => [name, Math.exp(logs[axis]!)])) as Record<N, number>;
  const { at, value, isStable } = minimise((logs) => -logLikelihood(paramsOf(logs)), names.map((name) => Math.log(start[name])));
  const atLimit = names.filter((name, axis) => Math.abs(at[axis]! - Math.log(start[name])) > FARTHEST - 0.01);
  return { params: paramsOf(at), atLimit, logLikelihood: -value, isStable };
}

interface Corner {
  readonly at: readonly number[];
  readonly value: number;
}

/** Where a search ended. */
interface Minimum extends Corner {
  /** True where a fresh search from there found nothing lower. */
  readonly isStable: boolean;
}

/**
 * Nelder and Mead's simplex, begun anew where it ended until that gains nothing: a simplex can shrink where there is no minimum.
 * No variable goes farther than 6 from its start: as a logarithm, to 400 times or a 400th.
 * Source: Nelder & Mead, A Simplex Method for Function Minimization (1965).
 */
export function minimise(measure: (at: readonly number[]) => number, start: readonly number[]): Minimum {
  const corner = (at: readonly number[]): Corner => {
    const value = at.every((one, axis) => Math.abs(one - start[axis]!) <= FARTHEST) ? measure(at) : NaN;
    return { at, value: Number.isNaN(value) ? Infinity : value };
  };
  let best = corner(start);
  for (let search = 0; search < MOST_SEARCHES; search++) {
    const before = best.value;
    best = shrunk(corner, best, search === 0 ? 0.5 : 0.1);
    if (search > 0 && before - best.value <= 100 * closeness(best)) return { ...best, isStable: true };
  }
  return { ...best, isStable: false };
}

const FARTHEST = 6;
const MOST_SEARCHES = 12;
const MOST_MOVES = 1500;

/** Values closer than this are the same: twelve digits. */
function closeness({ value }: Corner): number {
  return 1e-12 * (Math.abs(value) + 1);
}

/** The best corner of a simplex around a centre, once all its corners are as low. */
function shrunk(corner: (at: readonly number[]) => Corner, centre: Corner, step: number): Corner {
  const corners = [centre, ...centre.at.map((_, axis) => corner(centre.at.map((one, other) => (other === axis ? one + step : one))))];
  for (let move = 0; move < MOST_MOVES; move++) {
    corners.sort((left, right) => left.value - right.value);
    const best = corners[0]!;
    const worst = corners.pop()!;
    if (worst.value - best.value <= closeness(best)) return best;
    const middle = best.at.map((_, axis) => corners.reduce((sum, { at }) => sum + at[axis]!, 0) / corners.length);
    const along = (far: number) => corner(middle.map((one, axis) => one + far * (worst.at[axis]! - one)));
    const mirrored = along(-1);
    if (mirrored.value < best.value) corners.push(lower(along(-2), mirrored));
    else if (mirrored.value < corners.at(-1)!.value) corners.push(mirrored);
    else {
      const nearer = along(mirrored.value < worst.value ? -0.5 : 0.5);
      if (nearer.value < Math.min(mirrored.value, worst.value)) corners.push(nearer);
      else corners.push(...[...corners.splice(1), worst].map(({ at }) => corner(at.map((one, axis) => (one + best.at[axis]!) / 2))));
    }
  }
  return corners.reduce(lower);
}

function lower(left: Corner, right: Corner): Corner {
  return right.value < left.value ? right : left;
}

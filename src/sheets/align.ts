// Which lines of an area are which lines of the one it was, when some were put in or taken out?

/** Places that hold something in each line. */
export type Lines = readonly ReadonlySet<number>[];

/** Longer areas are taken as they stand: the work grows with the square. */
const longest = 400;

/** For each line now its line before, or -1 for one put in: the cheapest way to tell the differences by what they hold. */
export function aligned(now: Lines, before: Lines, distance: (a: ReadonlySet<number>, b: ReadonlySet<number>) => number): readonly number[] {
  if (now.length === before.length || Math.max(now.length, before.length) > longest) return now.map((_, at) => (at < before.length ? at : -1));
  const costs = costsOf(now, before, distance);
  const found: number[] = now.map(() => -1);
  let [a, b] = [0, 0];
  while (a < now.length && b < before.length) {
    const [here = 0, down = 0, right = 0] = [costs[a]?.[b], costs[a + 1]?.[b], costs[a]?.[b + 1]];
    if (here === down + weight(now[a])) a += 1;
    else if (here === right + weight(before[b])) b += 1;
    else {
      found[a] = b;
      a += 1;
      b += 1;
    }
  }
  return found;
}

/** How many places only one of them holds. */
export function differences(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = [...a].filter((place) => b.has(place)).length;
  return a.size + b.size - 2 * shared;
}

/** How many more places one of them holds, wherever they are. */
export function differenceInSize(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return Math.abs(a.size - b.size);
}

/** `costs[a][b]` is the cheapest way from lines `a` of now and `b` of before to both ends. */
function costsOf(now: Lines, before: Lines, distance: (a: ReadonlySet<number>, b: ReadonlySet<number>) => number): readonly (readonly number[])[] {
  const costs = Array.from({ length: now.length + 1 }, () => new Array<number>(before.length + 1).fill(0));
  for (let a = now.length; a >= 0; a -= 1) {
    for (let b = before.length; b >= 0; b -= 1) {
      const [one, two] = [now[a], before[b]];
      const ways = [
        ...(one ? [(costs[a + 1]?.[b] ?? 0) + weight(one)] : []),
        ...(two ? [(costs[a]?.[b + 1] ?? 0) + weight(two)] : []),
        ...(one && two ? [(costs[a + 1]?.[b + 1] ?? 0) + distance(one, two)] : []),
      ];
      if (ways.length > 0) costs[a]![b] = Math.min(...ways);
    }
  }
  return costs;
}

/** What it costs to say that a line is in one area only: a little more than it holds, so that equal lines are kept together. */
function weight(line: ReadonlySet<number> | undefined): number {
  return (line?.size ?? 0) + 1 / 1024;
}

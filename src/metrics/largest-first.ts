// In which order do lists stand that begin with the most?

/** For `sort`: the largest first; those that are equal but for rounding by name, so that the order of the records plays no part. */
export function largestFirst<T>(sizeOf: (one: T) => number, nameOf: (one: T) => string): (left: T, right: T) => number {
  return (left, right) => {
    const more = sizeOf(right) - sizeOf(left);
    const isEqual = Math.abs(more) <= 1e-9 * Math.max(Math.abs(sizeOf(left)), Math.abs(sizeOf(right)));
    return isEqual ? inOrder(nameOf(left), nameOf(right)) : more;
  };
}

function inOrder(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

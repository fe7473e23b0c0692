// Which rows does a form show where there are too many for it?

/** The first so many, and those further on that the user typed something beside: what was typed counts wherever its row stands. */
export function firstAndTyped<T>(all: readonly T[], most: number, isTyped: (one: T) => boolean): readonly T[] {
  return all.filter((one, at) => at < most || isTyped(one));
}

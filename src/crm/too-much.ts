// What is too large to be read, thrown where it shows and made a problem where reading began.

export const excesses = ["too-large", "too-long", "too-wide", "too-many-cells", "too-deep"] as const;
type Excess = (typeof excesses)[number];

/** Thrown before the memory is filled. */
export class TooMuch extends Error {
  constructor(readonly excess: Excess) {
    super(excess);
  }
}

// What is fuzzed: a kind of input, and what must be true of whatever is made of it.

import type fc from "fast-check";

/** One way into the program. Nothing may be thrown by `attempt`. */
export interface Area<T = unknown> {
  readonly name: string;
  readonly inputs: fc.Arbitrary<T>;
  /** Throws where the input is not met as promised. */
  readonly attempt: (input: T) => void | Promise<void>;
}

/** Throws unless something holds that must. */
export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`not held: ${what}`);
}

/** An area whose inputs are known to itself alone. */
export interface AnyArea {
  readonly name: string;
  readonly inputs: fc.Arbitrary<unknown>;
  readonly attempt: (input: never) => void | Promise<void>;
}

// What is wrong with an option, in a sentence of ours instead of Node's.

import type { Text } from "../text/en";
import { UsageError } from "./usage-error";

/** The UsageError for what Node's parseArgs threw. */
export function optionProblem(error: unknown, { cli }: Text): UsageError {
  const said = error instanceof Error ? error.message : String(error);
  const [, option = said] = /'(?:-\w, )?(--?[^'= ]+)/.exec(said) ?? [];
  if (said.startsWith("Unknown option")) return new UsageError(cli.unknownOption(option));
  return new UsageError(said.includes("does not take") ? cli.noValue(option) : cli.needsValue(option));
}

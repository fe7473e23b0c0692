// Every custom function by its id.

import type { Answer, Cells } from "./given/cells";
import type { FunctionId } from "./ids";
import { BONUS, CAC, LTV, LTVCAC, PAYBACK } from "./value";

/** Takes one argument for each parameter, null where one is left out. */
export type CustomFunction = (...given: Cells[]) => Answer;

export const customFunctions = { LTV, CAC, LTVCAC, PAYBACK, BONUS } as unknown as Readonly<Record<FunctionId, CustomFunction>>;

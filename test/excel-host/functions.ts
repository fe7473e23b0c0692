// Custom functions as Excel asks for them: messages to the runtime, results that come back in a batch.

import { Wire } from "./wire";

/** What the runtime says of an invocation: id, whether it went well, the value or the sentence of the error, the error's code. */
export type Result = readonly [id: number, ok: boolean, value: unknown, errorCode?: number];

/** A cell to compute. */
export type Call = readonly [name: string, parameters: readonly unknown[]];

/** Numbers of the message that asks for a cell: its category and its type. */
const invoke = { category: 1, type: 1000 } as const;
/** Error cells come as values. */
const errorsAreValues = 4;

/** The service the runtime hands results to. */
export class CustomFunctions extends Wire {
  readonly type = null;
  private readonly waiting = new Map<number, (result: Result) => void>();
  private nextId = 0;

  _SetOsfControlContainerReadyForCustomFunctions(): void {}

  _GetEnabledFeatures(): unknown[] {
    return [];
  }

  SetInvocationArrayResults(results: readonly Result[]): void {
    for (const result of results) this.waiting.get(result[0])?.(result);
  }

  /** Asks for cells in one message, sent by `send`; the results in the order of the calls. */
  async ask(calls: readonly Call[], send: (entries: unknown[][]) => unknown): Promise<readonly Result[]> {
    const asked = calls.map(([name, parameters]) => ({ id: this.nextId, message: JSON.stringify([this.nextId++, name, parameters, "Sheet1!A1", errorsAreValues, null]) }));
    const results = asked.map(({ id }) => new Promise<Result>((done) => this.waiting.set(id, done)));
    await send(asked.map(({ id, message }) => [invoke.category, invoke.type, "", message, id, false]));
    return Promise.all(results);
  }
}

/** An error cell as Excel hands it to a function that takes errors. */
export function errorCell(code: string) {
  return { code, type: "CustomFunctionError" };
}

/** What Excel shows for the codes of the runtime. */
const errorTexts: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!", 8: "#NULL!" };

/** What Excel shows of an answer: values, and errors as `#N/A sentence`, also that of the whole call. */
export function shownIn([, ok, value, errorCode]: Result): unknown[][] {
  if (!ok) return [[`${errorTexts[errorCode ?? 0] ?? "?"} ${String(value)}`]];
  return (value as unknown[][]).map((row) => row.map((cell) => (isError(cell) ? `${cell.code} ${cell.message}` : cell)));
}

function isError(cell: unknown): cell is { readonly code: string; readonly message: string } {
  return typeof cell === "object" && cell !== null && "code" in cell;
}

// A custom function said as a name with LAMBDA: what to type, and what a file holds.

/** A parameter, named as the function names it. */
export interface TwinParameter {
  readonly name: string;
  readonly isOptional?: true;
}

/** A LAMBDA in parts. */
export interface Twin {
  /** The function's id; the name is `SALES_` and the id. */
  readonly id: string;
  readonly parameters: readonly TwinParameter[];
  /** Steps by name, each may use the ones before. */
  readonly steps: readonly (readonly [name: string, formula: string])[];
  /** The answer; "" where there is none, which the name shows as #N/A. */
  readonly result: string;
}

/** What every such name starts with. */
export const twinPrefix = "SALES_";

/** The name in the workbook. */
export function twinName({ id }: Twin): string {
  return twinPrefix + id;
}

/** As typed in Excel's Name Manager. */
export function typedFormula(twin: Twin): string {
  const parameters = twin.parameters.map(({ name, isOptional }) => (isOptional ? `[${name}]` : name));
  return `=LAMBDA(${parameters.join(",")},${body(twin)})`;
}

/** As a file holds it: names that are bound and functions newer than Excel 2007 have prefixes. */
export function fileFormula(twin: Twin): string {
  const bound = new Set([...twin.parameters.map(({ name }) => name), ...twin.steps.map(([name]) => name), answerName]);
  const parameters = twin.parameters.map(({ name, isOptional }) => `${isOptional ? "_xlop" : "_xlpm"}.${name}`);
  const prefixed = replaceNames(body(twin), (name) => (bound.has(name) ? `_xlpm.${name}` : future.has(name) ? `_xlfn.${name}` : name));
  return `_xlfn.LAMBDA(${parameters.join(",")},${prefixed})`;
}

const answerName = "answer";
const future: ReadonlySet<string> = new Set(["LET", "LAMBDA", "ISOMITTED"]);

function body({ steps, result }: Twin): string {
  return `LET(${[...steps, [answerName, result] as const].map(([name, formula]) => `${name},${formula}`).join(",")},${shownAnswer(answerName)})`;
}

function shownAnswer(answer: string): string {
  return `IF(${answer}="",NA(),${answer})`;
}

/** The formula with every name outside of texts replaced. */
export function replaceNames(formula: string, replaced: (name: string) => string): string {
  return formula.replace(/("(?:[^"]|"")*")|([A-Za-z_][A-Za-z0-9_.]*)/g, (whole, text: string | undefined, name: string | undefined) => (text === undefined && name !== undefined ? replaced(name) : whole));
}

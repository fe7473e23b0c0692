// How do values get into a statement for ClickHouse? Bound by the server where it can, as strict literals where it is too old to.

import type { Statement } from "./engine";

type Parameter = Statement["parameters"][number];

/** A statement whose `$1` the server binds itself: `{p1:String}` and the values apart. */
export function bound({ sql, parameters }: Statement): { readonly query: string; readonly query_params: Record<string, unknown> } {
  const query = withPlaceholders(sql, (number) => `{p${number}:${typeOf(valueAt(parameters, number))}}`);
  return { query, query_params: Object.fromEntries(parameters.map((value, at) => [`p${at + 1}`, value])) };
}

/** A statement with each `$1` as a literal, for servers before 20. */
export function inlined({ sql, parameters }: Statement): string {
  return withPlaceholders(sql, (number) => literal(valueAt(parameters, number)));
}

/** A name in double quotes; nothing in it can end them. */
export function quotedName(name: string): string {
  if (name === "") throw new Error("a name without letters");
  return `"${escaped(name).replaceAll('"', '\\"')}"`;
}

/** A value as ClickHouse reads it back. Throws where a number has no literal. */
export function literal(value: Parameter): string {
  if (value === null) return "NULL";
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "string") return `'${escaped(value).replaceAll("'", "\\'")}'`;
  if (!Number.isFinite(value)) throw new Error(`no literal for ${value}`);
  // In brackets, so that a minus before it does not begin a comment.
  return value < 0 || Object.is(value, -0) ? `(${value})` : String(value);
}

/** The backslash first: what is escaped after it keeps its own. */
function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\0", "\\0").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t");
}

/** Quoted names, quoted text and comments are passed over: a `$1` in them is what it says. */
function withPlaceholders(sql: string, replacement: (number: number) => string): string {
  const token = /'(?:[^'\\]|\\[^]|'')*'|"(?:[^"\\]|\\[^]|"")*"|`(?:[^`\\]|\\[^]|``)*`|--[^\n]*|\/\*[^]*?\*\/|\$(\d+)/g;
  return sql.replace(token, (found: string, number: string | undefined) => (number === undefined ? found : replacement(Number(number))));
}

function valueAt(parameters: readonly Parameter[], number: number): Parameter {
  const value = parameters[number - 1];
  if (value === undefined) throw new Error(`no parameter for $${number}`);
  return value;
}

function typeOf(value: Parameter): string {
  if (value === null) return "Nullable(String)";
  if (typeof value === "boolean") return "UInt8";
  if (typeof value === "string") return "String";
  if (!Number.isFinite(value)) throw new Error(`no literal for ${value}`);
  return Number.isSafeInteger(value) ? "Int64" : "Float64";
}

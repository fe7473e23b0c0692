// Names and texts within statements that are made of neither user's words nor parameters: DuckDB binds no parameters in COPY and views.

/** A name in quotes. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as a literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Several literals, for `in (…)`. */
export function literals(texts: readonly string[]): string {
  return texts.map(literal).join(", ");
}

// Does a formula, as Excel shows it, name a sheet, a table, a column or a name? Texts in it do not count.

/** Tells of a formula without its texts (`codeOf`) whether it names the thing. */
export type Naming = (code: string) => boolean;

/** The formula with its texts empty. */
export function codeOf(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"/g, '""');
}

export function namingSheet(name: string): Naming {
  const plain = new RegExp(`(^|[^\\p{L}\\p{N}_.'])${escaped(name)}(:[^!]*)?!`, "iu");
  const quoted = `'${name.replaceAll("'", "''").toLowerCase()}'!`;
  return (code) => plain.test(code) || code.toLowerCase().includes(quoted);
}

/** Of a table, or a name; names of columns are in brackets. */
export function namingWord(name: string): Naming {
  const word = new RegExp(`(^|[^\\p{L}\\p{N}_.'!\\[])${escaped(name)}(?![\\p{L}\\p{N}_.('!])`, "iu");
  return (code) => word.test(code.replace(/\[[^[\]]*\]/g, "[]"));
}

/** In references, signs such as brackets stand behind an apostrophe. */
export function namingColumn(table: string, column: string): Naming {
  const written = `[${column.replace(/['#[\]]/g, "'$&").toLowerCase()}]`;
  const isOfTable = namingWord(table);
  return (code) => isOfTable(code) && code.toLowerCase().includes(written);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

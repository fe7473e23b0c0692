// A text in the workbook's custom XML parts: in pieces that fit requests, and back.

/** The parts that hold a JSON text, each with at most about so many characters of it. */
export function xmlParts(namespace: string, json: string, longest: number): readonly string[] {
  const pieces = piecesOf(json, longest);
  return pieces.map((piece, at) => `<part xmlns="${namespace}" number="${at}" of="${pieces.length}">${escaped(piece)}</part>`);
}

/** The text the parts hold, in whatever order they come; null when one is missing. */
export function textOfParts(parts: readonly string[]): string | null {
  const read = parts.flatMap((xml) => {
    const [, attributes = "", text = ""] = /<(?:\w+:)?part\b([^>]*)>([^<]*)</.exec(xml) ?? [];
    const [number, of] = [/\bnumber="(\d+)"/.exec(attributes)?.[1], /\bof="(\d+)"/.exec(attributes)?.[1]];
    return number === undefined || of === undefined ? [] : [{ number: Number(number), of: Number(of), text: unescaped(text) }];
  });
  const last = read.at(-1);
  if (!last) return null;
  const pieces = Array.from({ length: last.of }, (_, at) => read.find(({ number, of }) => number === at && of === last.of)?.text);
  return pieces.some((piece) => piece === undefined) ? null : pieces.join("");
}

/** No piece ends inside a character of two halves. */
function piecesOf(text: string, longest: number): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length || pieces.length === 0; ) {
    const end = at + longest + (/[\ud800-\udbff]/.test(text.charAt(at + longest - 1)) ? 1 : 0);
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** JSON says in its own way the two characters XML cannot hold. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\ufffe", "\\ufffe").replaceAll("\uffff", "\\uffff");
}

/** Whatever program wrote it: by name or by number. */
function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
  });
}

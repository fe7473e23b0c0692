// A text in the workbook's custom XML parts: in pieces that fit requests, and back.

/** The parts that hold a JSON text, each with at most about so many characters of it. */
export function xmlParts(namespace: string, json: string, longest: number): readonly string[] {
  const pieces = piecesOf(json, longest);
  return pieces.map((piece, at) => `<part xmlns="${namespace}" number="${at}" of="${pieces.length}">${escaped(piece)}</part>`);
}

/** The text the parts hold, in whatever order they come; null when one is missing. */
export function textOfParts(parts: readonly string[]): string | null {
  const read = parts.flatMap((xml) => {
    const found = /<(?:\w+:)?part\b[^>]*?\bnumber="(\d+)"[^>]*?\bof="(\d+)"[^>]*>([^<]*)</.exec(xml);
    return found ? [{ number: Number(found[1]), of: Number(found[2]), text: unescaped(found[3] ?? "") }] : [];
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

const entities: readonly (readonly [string, string])[] = [["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"]];

/** JSON says in its own way the two characters XML cannot hold. */
function escaped(text: string): string {
  return entities.reduce((now, [character, entity]) => now.replaceAll(character, entity), text).replaceAll("\ufffe", "\\ufffe").replaceAll("\uffff", "\\uffff");
}

function unescaped(text: string): string {
  return [...entities].reverse().reduce((now, [character, entity]) => now.replaceAll(entity, character), text);
}

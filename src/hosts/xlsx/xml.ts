// Text as XML holds it. Spreadsheet strings escape what XML cannot hold as _xHHHH_.

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const namespaces = {
  main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  relations: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  drawing: "http://schemas.openxmlformats.org/drawingml/2006/main",
  sheetDrawing: "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  chart: "http://schemas.openxmlformats.org/drawingml/2006/chart",
} as const;

/** A spreadsheet string between tags. */
export function xmlText(value: string): string {
  return isClean(value) ? value : value.replace(unfit, escapeOne);
}

/** A spreadsheet string in an attribute: line breaks are escaped too, for a parser would make them spaces. */
export function xmlAttribute(value: string): string {
  return xmlText(value).replace(/[\t\n]/g, escapeOne);
}

/** A string of a drawing or property, which knows no _xHHHH_: what XML cannot hold is left out. */
export function xmlPlain(value: string): string {
  return value.replace(unfit, (found) => entities[found] ?? (found === "_" ? found : ""));
}

/** `<t>` of a string, its spaces kept. */
export function xmlString(value: string): string {
  const kept = value.charCodeAt(0) <= 32 || value.charCodeAt(value.length - 1) <= 32;
  return kept ? `<t xml:space="preserve">${xmlText(value)}</t>` : `<t>${xmlText(value)}</t>`;
}

/** The string a spreadsheet meant by an escaped one. */
export function unescapeString(value: string): string {
  return value.includes("_x") ? value.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : value;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// Lone halves of surrogate pairs, control characters and a literal "_" that would read as an escape.
const unfit =
  /[&<>"\0-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9a-f]{4}_)/gi;

function escapeOne(found: string): string {
  return entities[found] ?? `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** A loop is several times faster than a regular expression on the short clean strings that most cells hold. */
function isClean(value: string): boolean {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code < 63) {
      if (code < 32 ? code !== 10 && code !== 9 : code === 38 || code === 60 || code === 62 || code === 34) return false;
    } else if (code === 95 || (code >= 0xd800 && (code <= 0xdfff || code >= 0xfffe))) {
      return false;
    }
  }
  return true;
}

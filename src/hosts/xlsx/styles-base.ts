// The styles of a file that is written again: they keep their numbers, and ours come after them.

import { attributesOf, childrenOf, unprefixed } from "./scan";

/** The items of each list in a styles part, as they are written. */
export interface StylesBase {
  items(list: string): readonly string[];
  /** Number formats by their code. */
  readonly formats: ReadonlyMap<string, number>;
  /** The part with its lists in full. */
  xml(lists: ReadonlyMap<string, readonly string[]>): string;
}

/** The lists in the order the schema asks for. */
const order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

export function stylesBase(part: string): StylesBase {
  const xml = unprefixed(part);
  const lists = new Map(childrenOf(xml).map((child) => [child.name, child]));
  const items = (list: string) => childrenOf(lists.get(list)?.xml ?? "").map((child) => child.xml);
  const formats = childrenOf(lists.get("numFmts")?.xml ?? "").map(({ written }) => attributesOf(written));
  function listXml(name: string, full: readonly string[] | undefined): string {
    const list = lists.get(name);
    if (!full) return list?.xml ?? "";
    const attributes = (list?.written ?? "").replace(/\s(?:count|[\w.-]+:knownFonts)\s*=\s*(?:"[^"]*"|'[^']*')/g, "");
    return full.length === 0 ? "" : `<${name}${attributes} count="${full.length}">${full.join("")}</${name}>`;
  }
  return {
    items,
    formats: new Map(formats.map((format) => [format.get("formatCode") ?? "", Number(format.get("numFmtId"))])),
    xml: (full) => `${xml.slice(0, xml.indexOf(">", xml.indexOf("<styleSheet")) + 1)}${order.map((name) => listXml(name, full.get(name))).join("")}</styleSheet>`,
  };
}

// What the user put over a sheet of ours: charts, pictures and shapes beside our charts, and comments.

import type { OpenSheet } from "./open";
import type { Package, Relation } from "./package";
import { attributesOf, childrenOf } from "./scan";

export interface Overlay {
  /** The user's anchors as written, and the attributes of the drawing's own tag that they need. */
  readonly anchors: string;
  readonly written: string;
  readonly drawingRelations: readonly Relation[];
  /** Comments and the boxes they are shown in. */
  readonly relations: readonly Relation[];
}

/** Relations of a sheet of ours that stay with it. */
const kept: ReadonlySet<string> = new Set(["comments", "vmlDrawing", "threadedComment"]);

/** `charts` are the names of the charts a new plan has. */
export function overlayOf(file: Package, { path }: OpenSheet, charts: ReadonlySet<string>): Overlay {
  const relations = file.relations(path);
  const drawing = relations.find(({ kind }) => kind === "drawing")?.target;
  const xml = drawing === undefined ? "" : file.text(drawing);
  const anchors = childrenOf(xml).filter((anchor) => !isOurs(anchor.xml, charts)).map((anchor) => anchor.xml).join("");
  const used = new Set([...anchors.matchAll(/\sr?[\w.-]*:(?:id|embed|link|pict|dm|lo|qs|cs)\s*=\s*["']([^"']+)["']/g)].map(([, id]) => id));
  return {
    anchors,
    written: anchors === "" ? "" : (/<(?:[\w.-]+:)?wsDr((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/.exec(xml)?.[1] ?? ""),
    drawingRelations: drawing === undefined || anchors === "" ? [] : file.relations(drawing).filter(({ id }) => used.has(id)),
    relations: relations.filter(({ kind }) => kept.has(kind)),
  };
}

/** A chart with a name of ours; one that is not planned any more has a name of one word and a description. */
function isOurs(anchor: string, charts: ReadonlySet<string>): boolean {
  const properties = attributesOf(/<(?:[\w.-]+:)?cNvPr(\s[^>]*?)\/?>/.exec(anchor)?.[1] ?? "");
  const name = properties.get("name") ?? "";
  return /<(?:[\w.-]+:)?chart\s/.test(anchor) && (charts.has(name) || (/^[A-Z][A-Za-z]+$/.test(name) && (properties.get("descr") ?? "") !== ""));
}

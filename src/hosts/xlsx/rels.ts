// How parts point at each other.

import type { Relation } from "./package";
import { declaration, xmlPlain } from "./xml";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export const relationKinds = {
  workbook: `${office}/officeDocument`,
  core: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
  app: `${office}/extended-properties`,
  sheet: `${office}/worksheet`,
  theme: `${office}/theme`,
  styles: `${office}/styles`,
  strings: `${office}/sharedStrings`,
  table: `${office}/table`,
  drawing: `${office}/drawing`,
  chart: `${office}/chart`,
} as const;

/** Relations of a part that stay, with the path of that part. */
interface KeptRelations {
  readonly source: string;
  readonly relations: readonly Relation[];
}

/** Relations of a part: new ones are numbered `rId(last + 1)` and so on, those it has already keep their ids. */
export function relationsXml(relations: readonly (readonly [kind: string, target: string])[], before: KeptRelations = { source: "", relations: [] }, last = lastRelation(before.relations)): string {
  const items = relations.map(([kind, target], index) => `<Relationship Id="rId${last + index + 1}" Type="${kind}" Target="${xmlPlain(target)}"/>`);
  const kept = before.relations.map(({ id, type, target, external }) =>
    `<Relationship Id="${xmlPlain(id)}" Type="${xmlPlain(type)}" Target="${xmlPlain(external ? target : relativePath(before.source, target))}"${external ? ' TargetMode="External"' : ""}/>`);
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[...items, ...kept].join("")}</Relationships>`;
}

/** `../comments1.xml` of `xl/comments1.xml` seen from `xl/worksheets/sheet1.xml`. */
function relativePath(source: string, target: string): string {
  const [from, to] = [source.split("/").slice(0, -1), target.split("/")];
  const same = from.findIndex((step, index) => step !== to[index]);
  const shared = same < 0 ? from.length : same;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

/** The greatest number of relations such as `rId7`. */
export function lastRelation(relations: readonly Relation[]): number {
  return relations.reduce((last, { id }) => Math.max(last, Number(/^rId(\d+)$/i.exec(id)?.[1] ?? 0)), 0);
}

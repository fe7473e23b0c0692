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

/** Relations `rId1`, `rId2`… of a part, numbered on from those it has already, which are named by their place in the file. */
export function relationsXml(relations: readonly (readonly [kind: string, target: string])[], before: readonly Relation[] = [], last = 0): string {
  const items = relations.map(([kind, target], index) => `<Relationship Id="rId${last + index + 1}" Type="${kind}" Target="${xmlPlain(target)}"/>`);
  const kept = before.map(({ id, type, target, external }) =>
    `<Relationship Id="${xmlPlain(id)}" Type="${xmlPlain(type)}" Target="${xmlPlain(external ? target : `/${target}`)}"${external ? ' TargetMode="External"' : ""}/>`);
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[...items, ...kept].join("")}</Relationships>`;
}

/** The greatest number of relations such as `rId7`. */
export function lastRelation(relations: readonly Relation[]): number {
  return relations.reduce((last, { id }) => Math.max(last, Number(/^rId(\d+)$/i.exec(id)?.[1] ?? 0)), 0);
}

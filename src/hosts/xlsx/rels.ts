// How parts point at each other.

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

/** The relations `rId1`, `rId2`… of a part. */
export function relationsXml(relations: readonly (readonly [kind: string, target: string])[]): string {
  const items = relations.map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${kind}" Target="${xmlPlain(target)}"/>`);
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`;
}

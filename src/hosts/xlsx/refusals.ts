// What of the user's cannot go into the new file as it is, and why?

import { markPart } from "../../sheets/marks";
import type { WorkbookPlan } from "../../sheets/plan";
import type { Carried } from "./carried";
import { isAddInPart } from "./journal";
import { lostOnOurs, lostReferences, ownIn } from "./lost-references";
import type { OpenBook, OpenSheet } from "./open";
import type { Package, Relation } from "./package";

export const refusalReasons = [
  "macros", "queries", "slicers", "controls", "embedded", "pivot", "kind", "unknown", "strict", "dates1904", "lost", "formula", "sheetTaken", "tableTaken", "gone", "comments",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export interface Refusal {
  /** Null where it is about the whole workbook. */
  readonly sheet: string | null;
  readonly why: RefusalReason;
  /** The table, reference, name or kind of part it is about; "" where the reason says it all. */
  readonly what: string;
  /** What is left behind where the user agrees: the path of a part, or a name; null where nothing helps but saving the file in another way. */
  readonly drop: string | null;
}

/** Kinds of relations whose parts are the same in any workbook. */
const fit: ReadonlySet<string> = new Set(
  `worksheet chartsheet drawing vmlDrawing comments threadedComment table hyperlink printerSettings image chart chartEx chartColorStyle chartStyle
  themeOverride chartUserShapes diagramData diagramLayout diagramQuickStyle diagramColors diagramDrawing namedSheetViews
  theme styles sharedStrings calcChain sheetMetadata person externalLink externalLinkPath rdRichValue rdRichValueStructure rdRichValueTypes richValueRel rdArray
  rdSupportingPropertyBag rdSupportingPropertyBagStructure FeaturePropertyBag customXml customXmlProps`.split(/\s+/),
);

const unfit: Readonly<Record<string, RefusalReason>> = {
  vbaProject: "macros", connections: "queries", queryTable: "queries", powerPivotData: "queries", xmlMaps: "queries",
  slicer: "slicers", slicerCache: "slicers", timeline: "slicers", timelineCache: "slicers", control: "controls", ctrlProp: "controls",
  oleObject: "embedded", package: "embedded", pivotTable: "pivot", pivotCacheDefinition: "pivot",
};

/** All that stands in the way of carrying what `carried` holds into a file of this plan. */
export function refusalsOf(book: OpenBook, carried: Carried, plan: WorkbookPlan): readonly Refusal[] {
  const own = ownIn(carried);
  return [
    ...formRefusals(carried),
    ...carried.relations.flatMap((relation) => (own.some(({ path }) => path === relation.target) ? [] : relationRefusal(null, relation, book.file, relation.target))),
    ...own.flatMap((sheet) => sheetRefusals(sheet, book.file)),
    ...carried.tabs.flatMap(({ mark, sheet }) => (mark === null ? [] : book.file.relations(sheet.path).flatMap((relation) => relationRefusal(sheet.name, relation, book.file, relation.target)))),
    ...takenRefusals(own, book, plan),
    ...lostReferences(book, carried, plan).map((one): Refusal => ({ ...one, why: "lost" })),
    ...lostOnOurs(book, carried, plan).map((one): Refusal => ({ ...one, why: "formula" })),
    ...goneRefusals(carried, plan),
    ...commentRefusals(carried),
  ];
}

function formRefusals({ written, elements }: Carried): readonly Refusal[] {
  const strict = written.includes("purl.oclc.org");
  const dates1904 = /\sdate1904\s*=\s*["'](1|true)["']/.test(elements.get("workbookPr") ?? "");
  return [
    ...(strict ? [{ sheet: null, why: "strict", what: "", drop: null } as const] : []),
    ...(dates1904 ? [{ sheet: null, why: "dates1904", what: "", drop: null } as const] : []),
  ];
}

function sheetRefusals(sheet: OpenSheet, file: Package): readonly Refusal[] {
  if (sheet.kind !== "worksheet" && sheet.kind !== "chartsheet") return [{ sheet: sheet.name, why: "kind", what: sheet.kind, drop: sheet.path }];
  const refusals = relationsUnder(sheet.path, file).flatMap((relation) => relationRefusal(sheet.name, relation, file, sheet.path));
  return [...new Map(refusals.map((refusal) => [refusal.why + refusal.what, refusal])).values()];
}

/** The relations of a part and of all it leads to. */
export function relationsUnder(path: string, file: Package, seen: Set<string> = new Set([path])): readonly Relation[] {
  return file.relations(path).flatMap((relation) => {
    if (relation.external || seen.has(relation.target)) return [relation];
    seen.add(relation.target);
    return [relation, ...relationsUnder(relation.target, file, seen)];
  });
}

function relationRefusal(sheet: string | null, { kind, target }: Relation, file: Package, drop: string): readonly Refusal[] {
  if (kind === "customXml" && !isAddInPart(file, target) && file.text(target).includes("DataMashup")) return [{ sheet, why: "queries", what: "", drop }];
  if (fit.has(kind)) return [];
  const why = unfit[kind];
  return [{ sheet, why: why ?? "unknown", what: why ? "" : kind, drop }];
}

/** Two sheets or two tables of one name make a file Excel has to repair. */
function takenRefusals(own: readonly OpenSheet[], { tables }: OpenBook, plan: WorkbookPlan): readonly Refusal[] {
  const sheets = new Set(plan.sheets.map(({ name }) => name.toLowerCase()));
  const names = new Set([...plan.sheets.flatMap((sheet) => sheet.tables), ...plan.names, ...plan.functions].map(({ name }) => name.toLowerCase()));
  return [
    ...own.filter(({ name }) => sheets.has(name.toLowerCase())).map(({ name, path }): Refusal => ({ sheet: name, why: "sheetTaken", what: "", drop: path })),
    ...tables.filter(({ name, sheet }) => own.includes(sheet) && names.has(name.toLowerCase())).map(({ name, sheet }): Refusal => ({ sheet: sheet.name, why: "tableTaken", what: name, drop: sheet.path })),
  ];
}

/** Comments beside records that are gone. */
function commentRefusals({ tabs, comments }: Carried): readonly Refusal[] {
  return tabs.flatMap(({ mark, sheet }) => {
    const gone = [...(comments.get(mark ?? "") ?? [])].filter(([, to]) => to === null).map(([from]) => from);
    return gone.length === 0 ? [] : [{ sheet: sheet.name, why: "comments", what: gone.join(", "), drop: `${sheet.path}#comments` } as const];
  });
}

/** A sheet of ours that is not built any more takes along what the user put over it. */
function goneRefusals({ tabs, overlays }: Carried, plan: WorkbookPlan): readonly Refusal[] {
  const built = new Set(plan.sheets.map(({ id }) => markPart(id)));
  return tabs.flatMap(({ mark, sheet }) => {
    const overlay = mark === null || built.has(mark) ? null : overlays.get(mark);
    return overlay && (overlay.anchors !== "" || overlay.relations.length > 0) ? [{ sheet: sheet.name, why: "gone", what: "", drop: sheet.path } as const] : [];
  });
}

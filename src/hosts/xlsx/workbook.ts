// The workbook part: the sheets, the defined names, and the wish to be computed anew on opening.

import { areaText, quoteSheet } from "../../sheets/address";
import { markPrefix } from "../../sheets/marks";
import type { SheetPlan, WorkbookPlan } from "../../sheets/plan";
import type { Carried } from "./carried";
import { shownTab, type NewTab } from "./numbers";
import type { OpenName } from "./open";
import { attributesOf } from "./scan";
import { declaration, namespaces, xmlAttribute, xmlText } from "./xml";

/** Our sheet of number `i` is the relation `rId(i)`; the user's have the relations they had. */
export function workbookXml(plan: WorkbookPlan, tabs: readonly NewTab[], carried: Carried | null = null): string {
  const element = (name: string) => carried?.elements.get(name) ?? "";
  const shown = shownTab(tabs);
  const views = `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16200" tabRatio="800"${shown > 0 ? ` activeTab="${shown}"` : ""}/></bookViews>`;
  return (
    `${declaration}<workbook${rootAttributes(carried?.written ?? "")}>` +
    element("fileSharing") + (element("workbookPr") || '<workbookPr defaultThemeVersion="166925"/>') + element("workbookProtection") + views +
    `<sheets>${tabs.map(tabXml).join("")}</sheets>` + element("functionGroups") + element("externalReferences") +
    `<definedNames>${[...ourNames(plan, tabs), ...keptNames(plan, tabs, carried)].join("")}</definedNames>` +
    `<calcPr calcId="191029"${iteration(element("calcPr"))} fullCalcOnLoad="1"/>` +
    element("oleSize") + element("customWorkbookViews") + element("pivotCaches") + element("extLst") + "</workbook>"
  );
}

/** What the elements of the file before need stays declared. */
function rootAttributes(written: string): string {
  const spaces = [["xmlns", namespaces.main], ["xmlns:r", namespaces.relations]] as const;
  return spaces.filter(([name]) => !new RegExp(`\\s${name}\\s*=`).test(written)).map(([name, space]) => ` ${name}="${space}"`).join("") + written;
}

function tabXml({ ours, was }: NewTab): string {
  const state = was?.attributes.get("state") ?? "visible";
  const hidden = state === "visible" ? "" : ` state="${state}"`;
  if (ours) return `<sheet name="${xmlAttribute(ours.sheet.name)}" sheetId="${ours.number}"${hidden} r:id="rId${ours.number}"/>`;
  return `<sheet name="${xmlAttribute(was.name)}" sheetId="${was.attributes.get("sheetId") ?? ""}"${hidden} r:id="${xmlAttribute(was.attributes.get("id") ?? "")}"/>`;
}

function ourNames(plan: WorkbookPlan, tabs: readonly NewTab[]): readonly string[] {
  const hidden = (name: { readonly hidden?: true }) => (name.hidden ? ' hidden="1"' : "");
  return [
    ...plan.sheets.flatMap((sheet) => titles(sheet, tabs.findIndex((tab) => tab.ours?.sheet === sheet))),
    ...plan.names.map((name) => nameXml(name.name, hidden(name), `${quoteSheet(name.sheet)}!${areaText(name.area)}`)),
    ...plan.functions.map((one) => nameXml(one.name, hidden(one), one.formula)),
  ];
}

function titles({ name, print }: SheetPlan, index: number): readonly string[] {
  if (!print.repeatRows) return [];
  const [first, last] = print.repeatRows;
  return [nameXml("_xlnm.Print_Titles", ` localSheetId="${index}"`, `${quoteSheet(name)}!$${first + 1}:$${last + 1}`)];
}

/** The names of the user's own; those of a sheet alone follow it to its new place. */
function keptNames(plan: WorkbookPlan, tabs: readonly NewTab[], carried: Carried | null): readonly string[] {
  const taken = new Set([...plan.names, ...plan.functions].map(({ name }) => name.toLowerCase()));
  return (carried?.names ?? []).flatMap((name) => {
    const local = localPlace(name, tabs, carried);
    if (local === null || isOurs(name, local, tabs, taken)) return [];
    const attributes = [...name.attributes].filter(([key]) => key !== "name" && key !== "localSheetId").map(([key, value]) => ` ${key}="${xmlAttribute(value)}"`).join("");
    return [nameXml(name.name, `${local === undefined ? "" : ` localSheetId="${local}"`}${attributes}`, name.formula)];
  });
}

/** Where the sheet of a local name stands now; undefined for a name of the workbook, null where its sheet is gone. */
function localPlace({ localTo }: OpenName, tabs: readonly NewTab[], carried: Carried | null): number | undefined | null {
  if (localTo === null) return undefined;
  const place = tabs.findIndex(({ was }) => was !== null && was === carried?.sheets[localTo]);
  return place < 0 ? null : place;
}

function isOurs({ name, formula }: OpenName, local: number | undefined, tabs: readonly NewTab[], taken: ReadonlySet<string>): boolean {
  if (local !== undefined) return Boolean(tabs[local]?.ours) && /^_xlnm\.(Print_Titles|_FilterDatabase)$/i.test(name);
  return name.toLowerCase().startsWith(markPrefix) || taken.has(name.toLowerCase()) || formula.includes("#REF!");
}

function nameXml(name: string, attributes: string, text: string): string {
  return `<definedName name="${xmlAttribute(name)}"${attributes}>${xmlText(text)}</definedName>`;
}

/** Circular formulas go on as the user allowed them. */
function iteration(calcPr: string): string {
  const set = attributesOf(calcPr.replace(/^<\w+/, ""));
  return ["iterateCount", "iterate", "iterateDelta", "fullPrecision"].map((name) => (set.has(name) ? ` ${name}="${xmlAttribute(set.get(name) ?? "")}"` : "")).join("");
}

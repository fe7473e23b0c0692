// Conditional formats. Data bars are written twice: for every reader, and in full for Excel 2010 and later.

import { areaReference } from "../../sheets/address";
import type { RulePlan } from "../../sheets/plan";
import { colourOf, palette } from "../../sheets/theme";
import { argb, type Styles } from "./styles";
import { xmlText } from "./xml";

interface RuleContext {
  readonly styles: Styles;
  readonly number: number;
}

export function rulesXml(rules: readonly RulePlan[], context: RuleContext): string {
  return rules
    .map((rule, index) => `<conditionalFormatting sqref="${areaReference(rule.area)}">${ruleXml(rule, index, context)}</conditionalFormatting>`)
    .join("");
}

function ruleXml(rule: RulePlan, index: number, { styles, number }: RuleContext): string {
  const priority = `priority="${index + 1}"`;
  switch (rule.kind) {
    case "dataBar":
      return (
        `<cfRule type="dataBar" ${priority}><dataBar>${boundXml("min", rule.min)}${boundXml("max", rule.max)}` +
        `<color rgb="${argb(colourOf(rule.colour))}"/></dataBar>` +
        `<extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}" xmlns:x14="${x14}"><x14:id>${barId(number, index)}</x14:id></ext></extLst></cfRule>`
      );
    case "icons":
      return (
        `<cfRule type="iconSet" ${priority}><iconSet iconSet="${rule.set}"><cfvo type="percent" val="0"/>` +
        `<cfvo type="num" val="${rule.from[0]}"/><cfvo type="num" val="${rule.from[1]}"/></iconSet></cfRule>`
      );
    case "formula":
      return `<cfRule type="expression" dxfId="${styles.tone(rule.tone)}" ${priority}><formula>${xmlText(rule.formula)}</formula></cfRule>`;
    case "equals":
      return `<cfRule type="cellIs" dxfId="${styles.tone(rule.tone)}" ${priority} operator="equal"><formula>${xmlText(quoted(rule.text))}</formula></cfRule>`;
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function boundXml(side: "min" | "max", value: number | undefined): string {
  return value === undefined ? `<cfvo type="${side}"/>` : `<cfvo type="num" val="${value}"/>`;
}

const x14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const xm = "http://schemas.microsoft.com/office/excel/2006/main";

/** Flat bars from the cell's edge, which the first writing cannot say. */
export function barExtensionsXml(rules: readonly RulePlan[], number: number): string {
  const bars = rules.flatMap((rule, index) => (rule.kind === "dataBar" ? [barExtensionXml(rule, barId(number, index))] : []));
  if (bars.length === 0) return "";
  const list = `<x14:conditionalFormattings>${bars.join("")}</x14:conditionalFormattings>`;
  return `<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${x14}">${list}</ext></extLst>`;
}

function barExtensionXml(rule: Extract<RulePlan, { kind: "dataBar" }>, id: string): string {
  return (
    `<x14:conditionalFormatting xmlns:xm="${xm}"><x14:cfRule type="dataBar" id="${id}">` +
    `<x14:dataBar minLength="0" maxLength="100" gradient="0">${extendedBound("autoMin", rule.min)}${extendedBound("autoMax", rule.max)}` +
    `<x14:negativeFillColor rgb="${argb(palette.red)}"/><x14:axisColor rgb="${argb(palette.grey)}"/></x14:dataBar></x14:cfRule>` +
    `<xm:sqref>${areaReference(rule.area)}</xm:sqref></x14:conditionalFormatting>`
  );
}

function extendedBound(automatic: string, value: number | undefined): string {
  return value === undefined ? `<x14:cfvo type="${automatic}"/>` : `<x14:cfvo type="num"><xm:f>${value}</xm:f></x14:cfvo>`;
}

/** Ties the two writings together: the same for the same plan. */
function barId(sheet: number, rule: number): string {
  return `{5A1E5B00-0000-4000-8${sheet.toString(16).padStart(3, "0")}-${rule.toString(16).padStart(12, "0").toUpperCase()}}`.toUpperCase();
}

// Conditional formats.

import type { Rectangle, RulePlan, Tone } from "../../sheets/plan";
import { colourOf, palette, toneStyles } from "../../sheets/theme";
import { addressesOf, joined } from "./area";
import { rangeAt } from "./patch";
import { costs, operation, type Operation } from "./request";

/** The rules of a sheet; those that were in their areas before go first. */
export function ruleOperations(sheet: string, rules: readonly RulePlan[], before: readonly Rectangle[]): readonly Operation[] {
  const cleared = addressesOf(joined(before)).map((address) => operation(costs.areas + address.length, (context) => {
    context.workbook.worksheets.getItem(sheet).getRanges(address).conditionalFormats.clearAll();
  }));
  // Excel puts each new rule before all others: the last is added first.
  const added = [...rules].reverse().map((rule) => operation(costs.range + costs.object * 3 + costs.property * 8, (context) => addRule(rangeAt(context, sheet, rule.area), rule)));
  return [...cleared, ...added];
}

function addRule(range: Excel.Range, rule: RulePlan): void {
  switch (rule.kind) {
    case "dataBar": return addBar(range.conditionalFormats.add("DataBar").dataBar, rule);
    case "icons": return addIcons(range.conditionalFormats.add("IconSet").iconSet, rule);
    case "formula": {
      const { custom } = range.conditionalFormats.add("Custom");
      custom.rule.formula = `=${rule.formula}`;
      return setTone(custom.format, rule.tone);
    }
    case "equals": {
      const { cellValue } = range.conditionalFormats.add("CellValue");
      cellValue.rule = { formula1: `="${rule.text.replaceAll('"', '""')}"`, operator: "EqualTo" };
      return setTone(cellValue.format, rule.tone);
    }
  }
}

function addBar(bar: Excel.DataBarConditionalFormat, { colour, min, max }: Extract<RulePlan, { kind: "dataBar" }>): void {
  bar.positiveFormat.fillColor = colourOf(colour);
  bar.positiveFormat.gradientFill = false;
  bar.negativeFormat.fillColor = palette.red;
  bar.axisColor = palette.grey;
  bar.lowerBoundRule = min === undefined ? { type: "Automatic" } : { type: "Number", formula: String(min) };
  bar.upperBoundRule = max === undefined ? { type: "Automatic" } : { type: "Number", formula: String(max) };
}

const iconSets = { "3TrafficLights1": "ThreeTrafficLights1", "3Arrows": "ThreeArrows", "3Symbols": "ThreeSymbols" } as const;

function addIcons(icons: Excel.IconSetConditionalFormat, { set, from }: Extract<RulePlan, { kind: "icons" }>): void {
  icons.style = iconSets[set];
  const bound = (value: number) => ({ type: "Number", operator: "GreaterThanOrEqual", formula: `=${value}` }) as const;
  icons.criteria = [{} as Excel.ConditionalIconCriterion, bound(from[0]), bound(from[1])];
}

function setTone({ font, fill }: Excel.ConditionalRangeFormat, tone: Tone): void {
  const style = toneStyles[tone];
  font.color = style.colour ?? palette.ink;
  if (style.bold) font.bold = true;
  if (style.fill) fill.color = style.fill;
}

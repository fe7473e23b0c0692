// The table of criteria as it stands on the sheet, and what follows from each row by formula.

import { column, thisRow } from "../../formula/column";
import { call, literalText, type Figure, type Term } from "../../formula/term";
import { asItself, asItselfAmong, escaped } from "../../formula/wildcards";
import { gateOperators, type GateOperator } from "../../metrics/gate-checks";
import { stagesTableName } from "../stages";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import type { Allowed, ColumnSpec, TableSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format, Look } from "../plan";
import type { Checks } from "./checks";
import type { Criterion, ReadCriterion, TypedCriterion } from "./criteria";
import { gateNames } from "./names";

/** The form; without `checks` (no open deals, no stages) nothing can be worked out and those columns stay empty. */
export function criteriaTable(rows: readonly Criterion[], read: readonly ReadCriterion[], checks: Checks | null, context: SheetContext): TableSpec {
  const { text, model } = context;
  const words = text.gates;
  const headers = words.criteria;
  const typed = (name: TypedCriterion, look: Look = "input", allowed?: Allowed, format: Format = "text"): ColumnSpec =>
    ({ name: headers[name], owner: "user", format, look, contents: rows.map((row) => row[name]), ...(allowed ? { allowed } : {}) });
  const made = (name: "from" | "missing" | "state" | "test", format: Format, look: Look, contents: (at: number) => Term): ColumnSpec =>
    ({ name: headers[name], owner: "formula", format, look, contents: rows.map((_, at): CellValue | Term => (checks ? contents(at) : null)) });
  const list = (items: readonly string[], prompt?: string): Allowed => ({ kind: "list", items, ...(prompt ? { prompt } : {}) });
  const parts = checks && formulas(checks, rows, text);
  const openStages = model.stages.rows.filter(({ outcome }) => outcome === "open").length;
  return {
    name: gateNames.criteria, kind: "form", key: [headers.stage, headers.gate, headers.asked], filter: false, style: "form",
    columns: [
      typed("stage", "choice", model.stages.rows.length > 0 ? { kind: "listOf", table: stagesTableName, column: text.tables.stages.stage } : undefined),
      typed("gate", "choice", list(Object.values(words.gate))),
      typed("field", "choice", checks?.hasFields ? { kind: "listOf", table: gateNames.fields, column: words.fields.field, prompt: words.prompts.field } : undefined),
      typed("operator", "choice", list(gateOperators.map((operator) => words.operators[operator]))),
      typed("value", "input", undefined, "general"),
      typed("active", "choice", list([text.tables.yes, text.tables.no], words.prompts.active)),
      made("from", "count", "plain", (at) => call(parts!.from, read[at]?.test?.from ?? "")),
      made("missing", "count", "plain", (at) => call(parts!.missing, missingOf(read[at], at, checks!, openStages))),
      typed("asked", "inputWrapped"),
      made("state", "text", "label", (at) => call(parts!.state, words.states[read[at]?.state ?? "off"])),
      typed("note", "inputWrapped"),
      made("test", "text", "label", (at) => call(parts!.test, testText(rows[at]!, read[at]?.operator ?? null, model.settings.asOf.value))),
    ],
  };
}

/** What the last open stage asks for before it is left, no open deal can have missed. */
function missingOf(read: ReadCriterion | undefined, at: number, { missed }: Checks, openStages: number): Figure {
  return read?.test && read.test.from <= openStages ? missed.filter((all) => all.includes(at)).length : "";
}

/** What COUNTIFS compares a deal's cell with; "" where the row does not say it. */
function testText({ value }: Criterion, operator: GateOperator | null, asOf: number): string {
  const number = (sign: string, figure = value) => (typeof figure === "number" ? `${sign}${figure}` : "");
  const words = (before: string, after = "") => (value === null || value === "" ? "" : `${before}${escaped(String(value))}${after}`);
  switch (operator) {
    case null: return "";
    case "filled": return "<>";
    case "atLeast": return number(">=");
    case "above": return number(">");
    case "atMost": return number("<=");
    case "below": return number("<");
    case "within": return number(">=", typeof value === "number" ? asOf - value : null);
    case "notPast": return `>=${asOf}`;
    case "is": return words("=");
    case "isNot": return words("<>");
    case "contains": return words("=*", "*");
  }
}

/** Every row has the same formulas; each looks at the cells of the others. */
function formulas({ tested, columns }: Checks, rows: readonly Criterion[], text: WholeText): Readonly<Record<"from" | "missing" | "state" | "test", string>> {
  const { criteria: headers, states, operators, gate, stages: stageWords } = text.gates;
  const at = (name: keyof typeof headers) => thisRow(gateNames.criteria, headers[name]);
  const open = column(gateNames.stages, stageWords.stage, []).text;
  const place = `SUMPRODUCT(MAX((${open}=${at("stage")})*(ROW(${open})-ROW(${gateNames.stages}[[#Headers],[${stageWords.stage}]]))))`;
  const known = `SUMPRODUCT(--(${column(stagesTableName, text.tables.stages.stage, []).text}=${at("stage")}))`;
  const is = (operator: GateOperator) => `${at("operator")}=${literalText(operators[operator])}`;
  const numbers = ([["atLeast", ">="], ["above", ">"], ["atMost", "<="], ["below", "<"]] as const).map(([operator, sign]) => `IF(${is(operator)},"${sign}"&${at("value")},`);
  const itself = asItself(at("value"));
  const field = asItselfAmong(at("field"), rows.map((row) => row.field));
  const range = `INDEX(${tested.rows},0,MATCH(${field},${tested.headers},0))`;
  const due = `COUNTIFS(${columns.place.text},">="&${at("from")}`;
  return {
    from: `IF(${at("state")}=${literalText(states.column)},${place}+IF(${at("gate")}=${literalText(gate.exit)},1,0),"")`,
    missing: `IF(${at("from")}="","",IF(${at("from")}>ROWS(${open}),"",${due})-${due},${range},${at("test")},${range},"<>")))`,
    state: `IF(${at("active")}<>${literalText(text.tables.yes)},${literalText(states.off)},IF(${place}=0,IF(${known}>0,${literalText(states.close)},${literalText(states.noStage)}),IF(${at("field")}="",${literalText(states.hand)},IF(COUNTIF(${tested.headers},${field})=0,${literalText(states.waits)},IF(${at("test")}="",${literalText(states.noValue)},${literalText(states.column)})))))`,
    test: `IF(${at("operator")}=${literalText(operators.filled)},"<>",IF(${is("notPast")},">="&AsOf,IF(ISNUMBER(${at("value")}),${numbers.join("")}IF(${is("within")},">="&(AsOf-${at("value")}),${texts(is, at("value"), itself)})${")".repeat(numbers.length)},${texts(is, at("value"), itself)})))`,
  };
}

/** Comparisons that take a number as well as a text. */
function texts(is: (operator: GateOperator) => string, value: string, itself: string): string {
  return `IF(${value}="","",IF(${is("is")},"="&${itself},IF(${is("isNot")},"<>"&${itself},IF(${is("contains")},"=*"&${itself}&"*",""))))`;
}

// The forms of measures and exceptions, and the columns they can read.

import { column, thisRow } from "../../formula/column";
import { call, literalText, type Figure, type Term } from "../../formula/term";
import { asItselfAmong } from "../../formula/wildcards";
import type { CellValue } from "../../values";
import { valueOf, type Allowed, type ColumnSpec, type TableSpec } from "../block";
import type { Format, Look } from "../plan";
import { figures, fixed } from "../report-table";
import { isFilled } from "./columns";
import type { ExceptionField } from "./exceptions";
import type { MeasureField } from "./measures";
import { numberedHeader, type HealthModel } from "./model";
import { columnsName, exceptionsName, measuresName, scoresName } from "./names";
import { exceptionState, measureState, placeOf, placeText } from "./slots";

/** With what follows from each row where there are customers. */
export function measuresTable(model: HealthModel): TableSpec {
  const { measures: rows, context, region } = model;
  const words = context.text.health;
  const headers = words.measures;
  const typed = typedColumn(headers, rows);
  const choice = (items: readonly string[], prompt: string): Partial<ColumnSpec> => ({ look: "choice", allowed: { kind: "list", items, prompt } });
  return {
    name: measuresName, kind: "form", key: [headers.measure], filter: false, style: "form",
    columns: [
      typed("measure", "text", "inputWrapped"),
      { ...typed("column", "text", "choice"), ...readFrom(model) },
      typed("poor", "general", "input"),
      typed("good", "general", "input"),
      { ...typed("weight", "general", "input"), allowed: { kind: "number", min: 0, max: 1e6, whole: false, prompt: words.prompts.weight } },
      { ...typed("missing", "text", "choice"), ...choice(Object.values(words.missing), words.prompts.missing) },
      typed("action", "text", "inputWrapped"),
      ...(region.length > 0 ? measureFigures(model) : []),
    ],
  };
}

function measureFigures({ measures: rows, context, region, measureSlots, terms, settings }: HealthModel): readonly ColumnSpec[] {
  const { text } = context;
  const { measures: headers, states, better, scores } = text.health;
  const own = (field: MeasureField | "status") => thisRow(measuresName, headers[field]);
  const state = rows.map((row) => measureState(row, region));
  const limits = `COUNT(${own("poor")},${own("good")})<2`;
  const status = `IF(${own("column")}="","",IF(${placeText(own("column"), text)}="",${literalText(states.noColumn)},IF(${limits},${literalText(states.noLimits)},IF(${own("poor")}=${own("good")},${literalText(states.same)},IF(N(${own("weight")})<=0,${literalText(states.noWeight)},${literalText(states.used)})))))`;
  const used = (content: string) => `IF(${own("status")}<>${literalText(states.used)},"",${content})`;
  const slot = `ROW()-ROW(${measuresName}[[#Headers],[${headers.measure}]])`;
  const points = `INDEX(${scoresName}[[${numberedHeader(scores.points, 0)}]:[${numberedHeader(scores.points, measureSlots.length - 1)}]],0,${slot})`;
  const values = `INDEX(${regionText(region.map(({ header }) => header))},0,${placeText(own("column"), text)})`;
  const numbersIn = (place: Figure) => (place === "" ? 0 : (region[place - 1]?.contents ?? []).filter((content) => typeof valueOf(content) === "number").length);
  const redIn = (at: number) => terms.filter(({ points: own, counted }) => counted.value === 1 && own[at]!.value !== "" && Number(own[at]!.value) <= settings.yellowAbove.value).length;
  return [
    figures(headers.better, "text", rows.map(({ poor, good }) => call(`IF(${limits},"",IF(${own("good")}>${own("poor")},${literalText(better.more)},${literalText(better.less)}))`, typeof poor !== "number" || typeof good !== "number" ? "" : good > poor ? better.more : better.less)), "centred"),
    figures(headers.known, "count", rows.map((row, at): Term<Figure> => call(used(`COUNT(${values})`), state[at] === "used" ? numbersIn(placeOf(row.column, region)) : ""))),
    figures(headers.red, "count", rows.map((_, at): Term<Figure> => call(used(`COUNTIFS(${points},"<="&${settings.yellowAbove.text},${column(scoresName, scores.counted, []).text},1)`), state[at] === "used" ? redIn(at) : ""))),
    figures(headers.status, "text", state.map((one) => call(status, one === null ? "" : states[one])), "label"),
  ];
}

export function exceptionsTable(model: HealthModel): TableSpec {
  const { exceptions: rows, context, region } = model;
  const words = context.text.health;
  const headers = words.exceptions;
  const typed = typedColumn(headers, rows);
  return {
    name: exceptionsName, kind: "form", key: [headers.exception], filter: false, style: "form",
    columns: [
      typed("exception", "text", "inputWrapped"),
      { ...typed("column", "text", "choice"), ...readFrom(model) },
      { ...typed("operator", "text", "choice"), allowed: { kind: "list", items: Object.values(words.operators), prompt: words.prompts.operator } },
      typed("value", "general", "input"),
      { ...typed("most", "score", "input"), allowed: { kind: "number", min: 0, max: 100, whole: false, prompt: words.prompts.most } },
      ...(region.length > 0 ? [appliesColumn(model)] : []),
      typed("action", "text", "inputWrapped"),
      ...(region.length > 0 ? [stateColumn(model)] : []),
    ],
  };
}

function stateColumn({ exceptions: rows, context, region }: HealthModel): ColumnSpec {
  const { text } = context;
  const { exceptions: headers, exceptionStates: states, operators } = text.health;
  const own = (field: ExceptionField) => thisRow(exceptionsName, headers[field]);
  const known = `{${Object.values(operators).map(literalText).join(",")}}`;
  const formula = `IF(${own("column")}="","",IF(${placeText(own("column"), text)}="",${literalText(states.noColumn)},IF(ISNA(MATCH(${asItselfAmong(own("operator"), rows.map(({ operator }) => operator))},${known},0)),${literalText(states.noOperator)},IF(NOT(ISNUMBER(${own("most")})),${literalText(states.noMost)},${literalText(states.used)}))))`;
  return figures(headers.status, "text", rows.map((row) => {
    const state = exceptionState(row, region);
    return call(formula, state === null ? "" : states[state]);
  }), "centred");
}

function appliesColumn({ exceptions: rows, context, region, exceptionSlots, terms }: HealthModel): ColumnSpec {
  const { exceptions: headers, exceptionStates: states, scores } = context.text.health;
  const slot = `ROW()-ROW(${exceptionsName}[[#Headers],[${headers.exception}]])`;
  const limits = `INDEX(${scoresName}[[${numberedHeader(scores.limit, 0)}]:[${numberedHeader(scores.limit, exceptionSlots.length - 1)}]],0,${slot})`;
  const formula = `IF(${thisRow(exceptionsName, headers.status)}<>${literalText(states.used)},"",COUNT(${limits}))`;
  return figures(headers.applies, "count", rows.map((row, at): Term<Figure> => call(formula, exceptionState(row, region) === "used" ? terms.filter(({ limits: own }) => own[at]!.value !== "").length : "")));
}

/** Columns that can be read, with how far their numbers reach. */
export function columnsTable({ region, context }: HealthModel): TableSpec {
  const { columns: headers, kinds } = context.text.health;
  const values = region.map(({ contents }) => contents.map(valueOf));
  const numbers = values.map((column) => column.filter((value): value is number => typeof value === "number").sort((a, b) => a - b));
  const formats = region.map(({ format }): Format => (format === "text" ? "general" : format));
  const at = (index: number) => column(scoresName, region[index]!.header, []).text;
  const figure = (name: "MIN" | "MEDIAN" | "MAX", of: (numbers: readonly number[]) => number): (CellValue | Term)[] => region.map(({ kind }, index) =>
    kind === "text" ? null : call(`IF(COUNT(${at(index)})=0,"",${name}(${at(index)}))`, numbers[index]!.length === 0 ? "" : of(numbers[index]!)));
  const middle = (sorted: readonly number[]) => (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  return {
    name: columnsName, kind: "mirror", key: [headers.column], filter: false, style: "report",
    columns: [
      fixed(headers.column, "text", region.map(({ header }) => header), "label"),
      fixed(headers.kind, "text", region.map(({ kind }) => kinds[kind])),
      figures(headers.known, "count", region.map(({ kind }, index) => kind === "number"
        ? call(`COUNT(${at(index)})`, numbers[index]!.length)
        : call(`SUMPRODUCT(--(LEN(${at(index)})>0))`, values[index]!.filter(isFilled).length))),
      { ...figures(headers.lowest, "general", figure("MIN", (sorted) => sorted[0]!)), formats },
      { ...figures(headers.median, "general", figure("MEDIAN", middle)), formats },
      { ...figures(headers.highest, "general", figure("MAX", (sorted) => sorted.at(-1)!)), formats },
    ],
  };
}

/** `HealthScores[[a]:[b]]`. */
function regionText(headers: readonly string[]): string {
  const bracketed = (header: string) => `[${header.replace(/['[\]#@]/g, "'$&")}]`;
  return `${scoresName}[${bracketed(headers[0]!)}:${bracketed(headers.at(-1)!)}]`;
}

function typedColumn<F extends string>(headers: Readonly<Record<F, string>>, rows: readonly Readonly<Record<F, CellValue>>[]) {
  return (field: F, format: Format, look: Look): ColumnSpec => ({ name: headers[field], owner: "user", format, look, contents: rows.map((row) => row[field]) });
}

function readFrom({ context, region }: HealthModel): { readonly allowed?: Allowed } {
  const words = context.text.health;
  return region.length === 0 ? {} : { allowed: { kind: "listOf", table: columnsName, column: words.columns.column, prompt: words.prompts.column } };
}

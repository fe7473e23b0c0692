// Custom function on the health of customers.

import { healthBand, healthScore, measureScore, type MissingRule } from "../metrics/health";
import { Refusal } from "../metrics/refusal";
import type { Verdict } from "../metrics/rules/condition";
import { refusalOf, tidied, type FieldTest } from "../metrics/rules/score";
import { healthWords as en } from "../text/en/functions/words";
import { healthWords as zh } from "../text/zh/functions/words";
import { isBlank, isErrorCell, optional, type Answer, type Cell, type Cells } from "./given/cells";
import { choice, flag } from "./given/choice";
import { isNothing, readNumberCell } from "./given/figures";
import { measuresIn, type Measure } from "./given/measures";
import { knownNumberAt, ruleLines, type At } from "./given/rules";
import { columnOf, isChinese, rowNumber, table, type Table } from "./given/table";

/**
 * Health of customers from 0 to 100: the weighted mean of measures scored between poor and good, one score a row.
 * @customfunction HEALTHSCORE
 * @param customers Customers with their headings, one row a customer
 * @param measures Measures with headings: measure (a heading of customers), weight, poor, good, if need be direction
 * @param [missing] Blank measures: "skip" weighs the others more (the default), "zero" counts 0, "refuse" gives no score
 * @param [exceptions] Exceptions with headings: field, operator, value, score (the most such a customer can get)
 * @param [explain] TRUE adds the band (red, yellow, green) and the weakest measure or the exception
 * @returns A row for each customer: the score, with explain also band and reason
 */
export function HEALTHSCORE(customers: Cells, measures: Cells, missing: Cells, exceptions: Cells, explain: Cells): Answer {
  const given = table("customers", customers);
  const scorecard: Scorecard = {
    measures: measuresIn(table("measures", measures), given),
    missing: choice("missing", missing, { skip: ["ignore", "跳过", "忽略"], zero: ["0", "零", "按0计", "记0"], refuse: ["error", "拒绝", "报错", "不计算"] }, "skip"),
    exceptions: optional("exceptions", exceptions) ? exceptionsIn(table("exceptions", exceptions), given) : [],
  };
  const isExplained = flag("explain", explain);
  const words = isChinese(given) ? zh : en;
  return given.rows.map((row, at) => {
    if (row.every(isBlank)) return isExplained ? ["", "", ""] : [""];
    const health = healthOf(row, rowNumber(at), scorecard);
    if (health instanceof Refusal) return isExplained ? [health, health, health] : [health];
    return isExplained ? [health.score, words[healthBand(health.score)], reasonOf(health, words)] : [health.score];
  });
}

interface Scorecard {
  readonly measures: readonly Measure[];
  readonly missing: MissingRule;
  readonly exceptions: readonly Exception[];
}

/** Customers that meet the test get no more than the score. */
interface Exception {
  readonly test: FieldTest;
  readonly most: number;
}

interface Scored {
  readonly heading: string;
  readonly weight: number;
  readonly score: number;
}

interface Health {
  readonly score: number;
  readonly weakest: Scored;
  /** Measures left out because they are blank. */
  readonly skipped: readonly string[];
  /** The exception that lowered the score. */
  readonly exception: Exception | null;
}

function exceptionsIn(given: Table, customers: Table): readonly Exception[] {
  const most = columnOf(given, ["score", "at most", "max score", "maximum", "cap", "得分", "分数", "分值", "最高分", "上限"]);
  return ruleLines(given, customers, null).map(({ row, cells, test }) => {
    const at = { argument: given.name, row };
    const value = knownNumberAt(cells[most], at, "no-points");
    if (value < 0 || value > 100) throw new Refusal("out-of-range", { ...at, found: value, expected: "0 – 100" });
    return { test, most: value };
  });
}

function healthOf(row: readonly Cell[], number: number, { measures, missing, exceptions }: Scorecard): Health | Refusal {
  const at = { argument: "customers", row: number };
  const scored: Scored[] = [];
  const skipped: string[] = [];
  for (const measure of measures) {
    const value = valueOf(row[measure.column], measure.heading, at);
    if (value instanceof Refusal) return value;
    if (value === null) skipped.push(measure.heading);
    if (value === null && missing === "refuse") return new Refusal("blank-in", { ...at, column: measure.heading });
    if (value !== null || missing === "zero") scored.push({ heading: measure.heading, weight: measure.weight, score: value === null ? 0 : measureScore(value, measure.poor, measure.good) });
  }
  const mean = skipped.length === measures.length ? null : healthScore(scored);
  if (mean === null) return new Refusal("no-measures", at);
  const lowest = lowestOf(exceptions, row, at);
  if (lowest instanceof Refusal) return lowest;
  const weakest = scored.reduce((least, one) => (one.weight > 0 && (least.weight === 0 || one.score < least.score || (one.score === least.score && one.weight > least.weight)) ? one : least));
  const isLowered = lowest !== null && lowest.most < mean;
  return {
    score: tidied(isLowered ? lowest.most : mean),
    weakest,
    skipped: missing === "skip" ? skipped : [],
    exception: isLowered ? lowest : null,
  };
}

function valueOf(cell: Cell, heading: string, at: At): number | null | Refusal {
  if (isErrorCell(cell)) return new Refusal("error-cell", { ...at, found: `${cell.code} (${heading})` });
  if (isBlank(cell) || isNothing(cell as string | number | boolean)) return null;
  const value = readNumberCell(cell as string | number | boolean, at);
  return value instanceof Refusal ? new Refusal(value.kind, { ...value.parts, found: `${value.parts.found} (${heading})` }) : value;
}

/** The strictest exception the customer meets. */
function lowestOf(exceptions: readonly Exception[], row: readonly Cell[], at: At): Exception | null | Refusal {
  let lowest: Exception | null = null;
  for (const exception of exceptions) {
    const verdict: Verdict = exception.test.test(row[exception.test.column]);
    if (typeof verdict !== "boolean") return refusalOf(verdict, exception.test, row, at);
    if (verdict && (lowest === null || exception.most < lowest.most)) lowest = exception;
  }
  return lowest;
}

function reasonOf({ weakest, skipped, exception }: Health, words: typeof en): string {
  const reason = exception ? `${exception.test.says}: ${words.atMost} ${exception.most}` : `${words.weakest}: ${weakest.heading} ${Math.round(weakest.score * 10) / 10}`;
  return skipped.length === 0 ? reason : `${reason}; ${words.without}: ${skipped.join(", ")}`;
}

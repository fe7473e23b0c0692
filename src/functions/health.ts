// Custom function on the health of customers.

import { healthBand, healthScore, measureScore } from "../metrics/health";
import { Refusal } from "../metrics/refusal";
import { figureOf, reader, readIn, type Place, type Trouble } from "../metrics/rules/reading";
import { tidied, type FieldTest } from "../metrics/rules/score";
import { healthWords as en } from "../text/en/functions/words";
import { healthWords as zh } from "../text/zh/functions/words";
import { optional, type Answer, type Cells } from "./given/cells";
import { choice, flag, readChoice } from "./given/choice";
import { readNumberCell } from "./given/figures";
import { eachRecord, linesOf, numberWhere } from "./given/rules";
import { isChinese, table, type Table } from "./given/table";

/**
 * Health of customers from 0 to 100: the weighted mean of measures scored between poor and good, one score a row.
 * @customfunction HEALTHSCORE
 * @param customers Customers with their headings, one row a customer
 * @param measures Measures with headings: measure (a heading of customers), weight, poor, good (below poor where less is better), and optionally direction: higher or lower
 * @param [missing] Blank measures: "skip" weighs the others more (the default), "zero" counts 0, "refuse" gives no score
 * @param [exceptions] Exceptions with headings: field, operator, value, score (the most such a customer can get)
 * @param [explain] TRUE adds the band (red, yellow, green) and the weakest measure or the exception
 * @returns A row for each customer: the score, with explain also band and reason
 */
export function HEALTHSCORE(customers: Cells, measures: Cells, missing: Cells, exceptions: Cells, explain: Cells): Answer {
  const given = table("customers", customers);
  const words = isChinese(given) ? zh : en;
  const scale = measuresIn(table("measures", measures), given);
  const rule = choice("missing", missing, { skip: "跳过", zero: "零,按0计", refuse: "拒绝,不计算" }, "skip");
  const limits = optional("exceptions", exceptions) ? exceptionsIn(table("exceptions", exceptions), given) : [];
  const read = reader<number | false | Trouble>((cell) => figureOf(cell, { value: 0, isDay: false }));
  return eachRecord(given, flag("explain", explain) ? 3 : 1, (row) => {
    const scored: Scored[] = [];
    const blank: string[] = [];
    for (const measure of scale) {
      const value = readIn(row, measure, read);
      if (value === false) blank.push(measure.heading);
      if (value !== false || rule === "zero") scored.push({ ...measure, score: value === false ? 0 : measureScore(value, measure.poor, measure.good) });
    }
    const mean = blank.length === scale.length || (rule === "refuse" && blank.length > 0) ? null : tidied(healthScore(scored));
    // The exception that allows least of those the customer meets: a notice counts without measures too.
    const [limit] = limits.filter((exception) => readIn(row, exception, exception.test) && (mean === null || exception.most < mean));
    const score = limit ? limit.most : mean;
    if (score === null) throw new Refusal("blank-in", { column: blank.join(", ") });
    const reason = limit ? `${limit.says}: ${words.atMost} ${score}` : `${words.weakest}: ${weakest(scored)}`;
    return [score, words[healthBand(score)], blank.length > 0 && rule === "skip" ? `${reason}; ${words.without}: ${blank.join(", ")}` : reason];
  });
}

interface Measure extends Place {
  readonly weight: number;
  /** Values of the scores 0 and 100; they differ. */
  readonly poor: number;
  readonly good: number;
}

interface Scored {
  readonly heading: string;
  readonly weight: number;
  readonly score: number;
}

/** Customers that meet the test get no more than the score. */
interface Exception extends FieldTest {
  readonly most: number;
}

function weakest(scored: readonly Scored[]): string {
  const { heading, score } = scored.reduce((one, other) => (other.score < one.score ? other : one));
  return `${heading} ${Math.round(score * 10) / 10}`;
}

function measuresIn(given: Table, customers: Table): readonly Measure[] {
  return linesOf(given, customers, (line): Measure => {
    const measure = { ...line.column("field"), weight: line.needed("weight", numberWhere((value) => value > 0, "> 0")), poor: line.needed("poor", readNumberCell) };
    const better = line.optional("direction", readDirection);
    const fits = (good: number) => good !== measure.poor && (better === null || good < measure.poor === (better === "lower"));
    return { ...measure, good: line.needed("good", numberWhere(fits, `${better === null ? "≠" : better === "lower" ? "<" : ">"} ${measure.poor}`)) };
  });
}

const readDirection = readChoice({ higher: "higher is better,up,越高越好,高", lower: "lower is better,down,越低越好,低" });

/** The strictest first. */
function exceptionsIn(given: Table, customers: Table): readonly Exception[] {
  return [...linesOf(given, customers, (line) => ({ ...line.test(), most: line.needed("points", numberWhere((value) => value >= 0 && value <= 100, "0 – 100")) }))].sort((one, other) => one.most - other.most);
}

// Custom function on the health of customers.

import { healthBand, healthScore, measureScore } from "../metrics/health";
import { refuse, Refusal } from "../metrics/refusal";
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
    if (blank.length === scale.length || (rule === "refuse" && blank.length > 0)) throw new Refusal("blank-in", { column: blank.join(", ") });
    const mean = tidied(healthScore(scored));
    // The exception that allows least of those the customer meets.
    const [limit] = limits.filter((exception) => readIn(row, exception, exception.test) && exception.most < mean);
    const score = limit ? limit.most : mean;
    const { heading, score: least } = scored.reduce((one, other) => (other.score < one.score ? other : one));
    const reason = limit ? `${limit.says}: ${words.atMost} ${score}` : `${words.weakest}: ${heading} ${Math.round(least * 10) / 10}`;
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

function measuresIn(given: Table, customers: Table): readonly Measure[] {
  return linesOf(given, customers).map((line): Measure => {
    const [poor, good] = [line.needed("poor", readNumberCell), line.needed("good", readNumberCell)];
    const better = line.optional("direction", readDirection) ?? (good < poor ? "lower" : "higher");
    if (better === "lower" ? good >= poor : good <= poor) refuse("out-of-range", given.name, { row: line.at.row, found: good, expected: `${better === "lower" ? "<" : ">"} ${poor}` });
    return { ...line.column("field"), weight: line.needed("weight", numberWhere((value) => value > 0, "> 0")), poor, good };
  });
}

const readDirection = readChoice({ higher: "higher is better,up,越高越好,高", lower: "lower is better,down,越低越好,低" });

/** The strictest first. */
function exceptionsIn(given: Table, customers: Table): readonly Exception[] {
  return linesOf(given, customers).map((line) => ({ ...line.test(), most: line.needed("points", numberWhere((value) => value >= 0 && value <= 100, "0 – 100")) })).sort((one, other) => one.most - other.most);
}

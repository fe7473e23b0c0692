// Custom function on the entry and exit criteria of stages.

import { gateCheck, type GateCriterion } from "../metrics/gates";
import type { Answer, Cells } from "./given/cells";
import { flag, readChoice } from "./given/choice";
import { stageHeadings } from "./given/outcomes";
import { eachRecord, linesOf, readText, type Name } from "./given/rules";
import { columnOf, table } from "./given/table";

/**
 * Which entry and exit criteria a deal misses for the stage it is in: how many, one row a deal.
 * @customfunction GATECHECK
 * @param deals Deals with their headings, one of them the stage; one row a deal
 * @param criteria Criteria with headings: stage, gate (entry or exit), field, operator ("is not blank" if left out), value; stages in their order
 * @param [explain] TRUE adds the missed criteria and what is still needed to leave the stage
 * @returns A row for each deal: the number missed, with explain also which, and what is needed to move on. Lost deals stay blank
 */
export function GATECHECK(deals: Cells, criteria: Cells, explain: Cells): Answer {
  const given = table("deals", deals);
  const column = columnOf(given, stageHeadings);
  const place = { column, heading: given.headings[column]! };
  const check = gateCheck(linesOf(table("criteria", criteria), given, (line): Criterion => {
    const stage = line.needed("stage", readText);
    // A row with nothing but a stage gives it its place in the order: every deal meets it.
    return rest.every((name) => line.optional(name, String) === null)
      ? { ...place, test: () => true, says: "", stage, gate: "entry", gateWord: "" }
      : { ...line.test(), stage, gate: line.needed("gate", readGate), gateWord: line.needed("gate", readText) };
  }), place);
  return eachRecord(given, flag("explain", explain) ? 3 : 1, (row) => {
    const found = check(row);
    return found && [found.missed.length, saying(found.missed), saying(found.next)];
  });
}

const rest: readonly Name[] = ["gate", "field", "operator", "value"];
const readGate = readChoice({ entry: "enter,准入,进入", exit: "leave,准出,退出" });

/** A criterion with its gate in the user's own word. */
interface Criterion extends GateCriterion {
  readonly gateWord: string;
}

function saying(criteria: readonly Criterion[]): string {
  return criteria.map(({ stage, gateWord, says }) => `${stage} ${gateWord}: ${says}`).join("; ");
}

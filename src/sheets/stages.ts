// The pipeline's stages: what the user typed in Setup, else what the export and the CRM's defaults suggest.

import { outcomes, type Outcome } from "../crm/objects/deal";
import type { StageGuess } from "../crm/reading";
import { column } from "../formula/column";
import type { StageRow, StageTable } from "../metrics/model";
import type { WholeText } from "../text/whole";
import type { CellValue } from "../values";
import { keyOfWord, readTable } from "./any-language";
import type { Memory } from "./memory";

export const stagesTableName = "Stages";

/** Days a deal may stay in a stage before anyone typed a limit. */
export const longestStayAtFirst = 90;

/** Stages typed before keep their rows and order; stages new in the export follow at their place in the pipeline. */
export function stageRows(guesses: readonly StageGuess[], memory: Memory): readonly StageRow[] {
  const typed = typedRows(memory);
  const known = new Set(typed.map((row) => row.stage.toLowerCase()));
  const fresh = guesses.filter((guess) => !known.has(guess.stage.toLowerCase())).map(seedRow);
  return [...typed, ...fresh].sort((a, b) => outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome));
}

/** The Stages table as formulas see it. */
export function stageTable(rows: readonly StageRow[], text: WholeText): StageTable {
  const { stages, outcome } = text.tables;
  const of = (header: string, value: (row: StageRow) => CellValue) => column(stagesTableName, header, rows.map(value));
  return {
    name: stagesTableName,
    rows,
    stage: of(stages.stage, (row) => row.stage),
    outcome: of(stages.outcome, (row) => outcome[row.outcome]),
    probability: of(stages.probability, (row) => row.probability),
    longestStay: of(stages.longestStay, (row) => row.longestStay),
    targetConversion: of(stages.targetConversion, (row) => row.targetConversion),
  };
}

function seedRow(guess: StageGuess): StageRow {
  return {
    stage: guess.stage,
    outcome: guess.outcome,
    probability: guess.probability ?? (guess.outcome === "won" ? 1 : guess.outcome === "lost" ? 0 : null),
    targetConversion: null,
    entryCriteria: null,
    exitCriteria: null,
    longestStay: guess.outcome === "open" ? longestStayAtFirst : null,
  };
}

function typedRows(memory: Memory): StageRow[] {
  const table = readTable(memory.tables.get(stagesTableName), ({ tables }) => tables.stages);
  return table.rows.flatMap((row) => {
    const stage = textOf(table.value(row, "stage"));
    if (stage === null) return [];
    return [{
      stage,
      outcome: outcomeOf(table.value(row, "outcome")) ?? "open",
      probability: numberOf(table.value(row, "probability")),
      targetConversion: numberOf(table.value(row, "targetConversion")),
      entryCriteria: textOf(table.value(row, "entryCriteria")),
      exitCriteria: textOf(table.value(row, "exitCriteria")),
      longestStay: numberOf(table.value(row, "longestStay")),
    }];
  });
}

function outcomeOf(value: CellValue): Outcome | null {
  return keyOfWord(value, ({ tables }) => tables.outcome);
}

function textOf(value: CellValue | undefined): string | null {
  return value === null || value === undefined || String(value).trim() === "" ? null : String(value);
}

function numberOf(value: CellValue | undefined): number | null {
  return typeof value === "number" ? value : null;
}

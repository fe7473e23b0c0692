// The Stages table on Setup, ready to type in.

import type { StageRow } from "../../metrics/model";
import type { Allowed, ColumnSpec, TableSpec } from "../block";
import type { SheetContext } from "../context";
import { stagesTableName } from "../stages";

/** One row a stage, in the order of the pipeline, and the columns the user added. */
export function stagesSpec({ text, model }: SheetContext): TableSpec {
  const { stages, outcome } = text.tables;
  const { prompts } = text.setup;
  const { rows } = model.stages;
  const share = (prompt: string): Allowed => ({ kind: "number", min: 0, max: 1, whole: false, prompt });
  const user = (name: string, value: (row: StageRow) => string | number | null, more: Partial<ColumnSpec> = {}): ColumnSpec =>
    ({ name, owner: "user", format: "general", look: "input", contents: rows.map(value), ...more });
  const wrapped = { format: "text", look: "inputWrapped" } as const;
  const columns: readonly ColumnSpec[] = [
    user(stages.stage, (row) => row.stage, { format: "text" }),
    user(stages.outcome, (row) => outcome[row.outcome], { format: "text", look: "choice", allowed: { kind: "list", items: Object.values(outcome), prompt: prompts.outcome } }),
    user(stages.probability, (row) => row.probability, { format: "percent", allowed: share(prompts.probability) }),
    user(stages.targetConversion, (row) => row.targetConversion, { format: "percent", allowed: share(prompts.targetConversion) }),
    user(stages.entryCriteria, (row) => row.entryCriteria, wrapped),
    user(stages.exitCriteria, (row) => row.exitCriteria, wrapped),
    user(stages.longestStay, (row) => row.longestStay, { format: "days", allowed: { kind: "number", min: 0, max: 3650, whole: true, prompt: prompts.longestStay } }),
  ];
  return { name: stagesTableName, kind: "form", key: [stages.stage], columns, filter: false, style: "form" };
}

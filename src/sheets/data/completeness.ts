// Which columns of the exports count for completeness, and which of their cells cannot be filled yet?

import type { ObjectKind } from "../../crm/reading";
import { rowsByText, rowsOfText, type Column } from "../../formula/column";
import type { CompletenessColumn, FilledTable, StageRow } from "../../metrics/model";
import type { DataTable } from "../context";
import { asColumn } from "./columns";
import { filledColumns, filledTableName } from "./groups";
import { asWrittenField } from "./in-reporting";
import type { Import } from "./import";

/** Fields a deal gets only as it goes on, with the outcomes of the stages where it may lack them. */
const laterFields: Readonly<Record<string, readonly StageRow["outcome"][]>> = {
  created: ["open"], amount: ["open"], closeDate: ["open"], wonOn: ["open", "lost"], lostOn: ["open", "won"], lostReason: ["open", "won"],
};

/** One entry for each named column of an export, in the export's order. */
export function completenessColumns(imports: readonly Import[], data: ReadonlyMap<ObjectKind, DataTable>, stages: readonly StageRow[]): readonly CompletenessColumn[] {
  const seen = new Set<string>();
  return imports.flatMap(({ table, recognition }) => {
    const shown = data.get(recognition.object);
    if (!shown) return [];
    const fieldOf = new Map(Object.entries(recognition.mapping).map(([field, header]) => [header, field]));
    return table.header.flatMap((header): CompletenessColumn[] => {
      const field = fieldOf.get(header) ?? null;
      const column = columnOf(shown, field, header);
      const key = `${recognition.object}\n${header}`;
      if (!column || seen.has(key)) return [];
      seen.add(key);
      const filled = shown.groups?.more.find(({ spec }) => spec.name === filledTableName(shown.spec.name));
      const later = recognition.object === "deal" && field ? laterFields[field] : undefined;
      const counted = filled && filledColumns(filled);
      const notYetStages = !later ? [] : counted ? stagesNeverFilled(counted, header, stages, later) : stagesWithout(column, shown, stages, later);
      return [{ kind: recognition.object, object: shown.sheet, header, column, notYetStages, ...(counted ? { counted } : {}) }];
    });
  });
}

/** Amounts as written count, not those in the reporting currency. */
function columnOf(table: DataTable, field: string | null, header: string): Column | null {
  if (field) return table.fields.get(asWrittenField(field)) ?? table.fields.get(field) ?? null;
  const extra = table.columns.find((one) => one.extra === header);
  return extra ? asColumn(table.spec.name, extra.spec) : null;
}

/** Stages in which no deal has the field, though deals elsewhere do. */
function stagesWithout(column: Column, table: DataTable, stages: readonly StageRow[], outcomes: readonly StageRow["outcome"][]): readonly string[] {
  const stage = table.fields.get("stage");
  if (!stage || column.values.every(isBlank)) return [];
  const rows = rowsByText(stage);
  return stages.flatMap((row) => {
    if (!outcomes.includes(row.outcome)) return [];
    const inStage = rows.get(row.stage.toLowerCase());
    if (!inStage || inStage.length === 0) return [];
    return inStage.every((index) => isBlank(column.values[index])) ? [row.stage] : [];
  });
}

/** The same where the table of filled cells tells. */
function stagesNeverFilled({ header, stage, records, filled }: FilledTable, of: string, stages: readonly StageRow[], outcomes: readonly StageRow["outcome"][]): readonly string[] {
  const rows = rowsOfText(header, of);
  const sum = ({ values }: Column, name?: string) => rows.reduce((all, row) => all + (name === undefined || String(stage.values[row]).toLowerCase() === name ? Number(values[row]) : 0), 0);
  if (sum(filled) === 0) return [];
  return stages.flatMap((one) => (outcomes.includes(one.outcome) && sum(records, one.stage.toLowerCase()) > 0 && sum(filled, one.stage.toLowerCase()) === 0 ? [one.stage] : []));
}

function isBlank(value: unknown): boolean {
  return value === null || value === "" || value === undefined;
}

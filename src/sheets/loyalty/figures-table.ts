// Figures below each other with what each means.

import type { Figure, Term } from "../../formula/term";
import type { Block } from "../block";
import type { Format } from "../plan";
import { figures, fixed, reportTable } from "../report-table";

export interface FigureRow {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
  readonly term: Term<Figure>;
  readonly format: Format;
}

export function figuresTable(table: string, headers: Readonly<Record<"figure" | "value" | "meaning", string>>, rows: readonly FigureRow[]): Block {
  return reportTable(table, headers.figure, [
    fixed(headers.figure, "text", rows.map(({ name }) => name), "label"),
    { ...figures(headers.value, "decimal", rows.map(({ term }) => term)), formats: rows.map(({ format }) => format), ids: rows.map(({ id }) => id) },
    fixed(headers.meaning, "text", rows.map(({ meaning }) => meaning)),
  ]);
}

// Tables as the pane gets them, and choices, for tests of the pane.

import type { Recognition } from "../../src/crm/reading";
import { firstSheets } from "../first-sheets";
import type { Choice, Imported, Source } from "../../src/taskpane/work";
import type { Day } from "../../src/values";

export const today = 46_349 as Day;

export const choice: Choice = { language: "en", asOf: today, template: null, sheets: firstSheets, currency: null, fiscalYearStart: null };

/** A table of two columns with a row left out and two cells not read. */
export function table(id: string, object: Imported["object"]): Imported {
  const recognition: Recognition = { object, crm: "pipedrive", confidence: 1, matched: 1, columns: 2, mapping: { name: "Title" } };
  return {
    id, object, gives: [object], recognition, isSure: true, file: `${id}.csv`, mapping: recognition.mapping, fields: ["name"], columns: [], rowsRead: 3, rowsKept: 2, filled: [], place: null, dateOrders: {}, currencies: [], rollup: null,
    evidence: { signs: [], known: [], hasItsValues: false, forObject: [] },
    findings: [
      { kind: "footer", row: 9, column: null, found: null, count: 1, rows: [9] },
      { kind: "unreadable", row: 4, column: "Value", found: "n/a", count: 2, rows: [4] },
    ],
  };
}

/** Pasted text. */
export function pasted(text: string): Source {
  return { name: "paste", bytes: null, html: null, text };
}

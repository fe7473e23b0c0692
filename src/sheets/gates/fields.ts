// Which columns of the deals can prove a criterion?

import { isOdd } from "../../formula/criteria";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { valueOf, type TableSpec } from "../block";
import type { SheetContext } from "../context";
import { headerOf } from "../data/columns";
import { isOfGroups } from "../data/groups";
import type { Format } from "../plan";
import { fixed } from "../report-table";
import { gateNames } from "./names";

/** A column of the deals as criteria name it. */
export interface GateField {
  readonly field: string | null;
  readonly name: string;
  readonly format: Format;
  readonly values: readonly CellValue[];
}

/** Who, what and how it ended are no question. */
const notAsked: ReadonlySet<string> = new Set(["id", "name", "stage", "outcome", "status", "isWon", "isClosed", "isDeleted", "cycle", "closed", "weighted", "weightedAmount", "wonAmount", "lostReason", "wonOn", "lostOn", "currency", "amountAsWritten"]);

/** Fields whose words a change of language translates. */
const known = ["owner", "account", "contact", "amount", "probability", "nextStep", "product", "competitor", "lastActivity", "nextActivity", "source", "type", "region", "team", "pipeline", "forecastCategory", "created", "modified", "pushCount", "description"] as const;

/** What columns of these fields are called. */
export function fieldNames(text: WholeText): Readonly<Record<string, string>> {
  const { deals } = text.tables;
  return { ...Object.fromEntries(known.map((field) => [field, headerOf(field, text)])), due: deals.due, inStageSince: deals.stageSince };
}

/** The deals' columns with something in them, in their order; without names that COUNTIFS would not take for a name. One that is called as a column of ours gets a number. */
export function gateFields({ data, text }: SheetContext): readonly GateField[] {
  const taken = new Set(Object.values<string>(text.gates.checks).map((name) => name.toLowerCase()));
  return (data.get("deal")?.columns ?? []).flatMap(({ field, spec }): GateField[] => {
    if ((field !== null && (notAsked.has(field) || isOfGroups(field))) || isOdd(spec.name)) return [];
    const values = spec.contents.map(valueOf);
    if (values.every(isBlank)) return [];
    return [{ field, name: taken.has(spec.name.toLowerCase()) ? `${spec.name} 2` : spec.name, format: field === null ? "general" : spec.format, values: field === null ? withNumbers(values) : values }];
  });
}

export function isBlank(value: CellValue | undefined): boolean {
  return value === null || value === undefined || value === "";
}

/** A column of the export's own is text; where all of it are plain numbers, criteria compare numbers. */
function withNumbers(values: readonly CellValue[]): readonly CellValue[] {
  const isNumbers = values.every((value) => isBlank(value) || (typeof value === "string" && /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(value)));
  return isNumbers ? values.map((value) => (isBlank(value) ? null : Number(value))) : values;
}

/** What the drop-down of a criterion's field lists, with the share of open deals that have something there. */
export function fieldsTable(fields: readonly GateField[], { deals }: { readonly deals: readonly { readonly row: number }[] }, { text }: SheetContext): TableSpec {
  const headers = text.gates.fields;
  const shown = fields.slice(0, mostFields);
  const filled = shown.map(({ values }) => deals.filter(({ row }) => !isBlank(values[row])).length / Math.max(1, deals.length));
  return {
    name: gateNames.fields, kind: "mirror", key: [headers.field], filter: false, style: "report",
    columns: [fixed(headers.field, "text", shown.map(({ name }) => name)), fixed(headers.filled, "percent", filled)],
  };
}

/** A list nobody would scroll through further. */
const mostFields = 80;

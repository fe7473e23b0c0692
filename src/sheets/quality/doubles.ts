// What the import found: records twice, names without a counterpart, and names that several records share.

import { sumifs } from "../../formula/aggregate";
import { askedShared } from "../../formula/asked-table";
import { column, thisRow } from "../../formula/column";
import { is } from "../../formula/criteria";
import { reference } from "../../formula/term";
import type { IssueKind } from "../../crm/reading";
import type { CellValue } from "../../values";
import { gap, type Block } from "../block";
import { findingsTableName } from "../import-report";
import { figures, fixed, reportTable } from "../report-table";
import { missing, note, section, type QualityParts } from "./parts";

const foundTableName = "QualityFindings";
const doublesTableName = "SharedNames";

/** Findings about the records rather than the file; the first two always stand here. */
const kinds = ["duplicate", "join-miss", "missing", "unreadable", "placeholder", "close-before-created", "outcome-contradicts-stage", "unknown-stage", "negative-amount", "one-created-date", "no-close-date"] as const satisfies readonly IssueKind[];
const always: readonly IssueKind[] = ["duplicate", "join-miss"];

/** Names that should belong to one record each. */
const named = { lead: ["name", "email", "phone"], account: ["name", "phone", "website"], deal: ["name"] } as const;

export function doubleBlocks(parts: QualityParts): readonly Block[] {
  return [...foundBlocks(parts), gap(), ...sharedBlocks(parts)];
}

/** Counts of the Findings table of the Import report. */
function foundBlocks({ context, words }: QualityParts): readonly Block[] {
  const { title, note: about, none, columns: headers } = words.found;
  const issues = context.imports.flatMap((one) => one.issues);
  if (issues.length === 0) return [section(title), missing(none)];
  const { findings } = context.text.tables;
  const wordOf = (kind: IssueKind) => context.text.report.importReport.kinds[kind];
  const finding = column(findingsTableName, findings.finding, issues.map(({ kind }) => wordOf(kind)));
  const counts = column(findingsTableName, findings.count, issues.map(({ count }) => count));
  const shown = kinds.filter((kind) => always.includes(kind) || issues.some((issue) => issue.kind === kind));
  return [
    section(title), note(about),
    reportTable(foundTableName, headers.finding, [
      fixed(headers.finding, "text", shown.map(wordOf), "label"),
      figures(headers.count, "count", shown.map((kind) => sumifs(counts, is(finding, reference(thisRow(foundTableName, headers.finding), wordOf(kind)))))),
      fixed(headers.example, "text", shown.map((kind) => issues.find((issue) => issue.kind === kind && issue.found !== null)?.found ?? null)),
    ]),
  ];
}

/** Frozen at the build: a count of distinct texts over a big table is none a sheet should work out again and again. */
function sharedBlocks({ context, words }: QualityParts): readonly Block[] {
  const { title, note: about, columns: headers, labels } = words.shared;
  const found = (Object.keys(named) as (keyof typeof named)[]).flatMap((object) => named[object].map((field) => ({ label: `${context.text.tables.sheets[object]} · ${labels[field]}`, shared: sharedIn(context, object, field) })));
  const rows = found.flatMap(({ label, shared }) => (shared && shared !== "untold" ? [{ label, ...shared }] : []));
  const left = found.flatMap(({ label, shared }) => (shared === "untold" ? [note(context.text.tables.groups.needsEach(label))] : []));
  if (rows.length === 0) return left.length === 0 ? [] : [section(title), ...left];
  return [
    section(title), note(about), ...left,
    reportTable(doublesTableName, headers.what, [
      fixed(headers.what, "text", rows.map(({ label }) => label), "label"), fixed(headers.records, "count", rows.map(({ records }) => records)), fixed(headers.distinct, "count", rows.map(({ distinct }) => distinct)),
      figures(headers.more, "count", rows.map(({ records, distinct }) => reference(`${thisRow(doublesTableName, headers.records)}-${thisRow(doublesTableName, headers.distinct)}`, records - distinct))),
      fixed(headers.times, "count", rows.map(({ times }) => times)), fixed(headers.most, "text", rows.map(({ most }) => most)),
    ]),
  ];
}

interface Shared {
  readonly records: number;
  readonly distinct: number;
  /** The text that most records have; null where none has another's. */
  readonly most: string | null;
  readonly times: number;
}

/** Of records in groups by what an engine says; null where no record has the field. */
function sharedIn({ data }: QualityParts["context"], object: keyof typeof named, field: string): Shared | "untold" | null {
  const table = data.get(object);
  const column = table?.fields.get(field);
  if (!column) return null;
  if (!table?.groups) return sharedOf(column.values);
  const answer = askedShared(table.groups.tables, field);
  const { distinct, times } = answer?.measures ?? {};
  if (answer?.records[0] === 0) return null;
  return answer && distinct && times ? { records: answer.records[0]!, distinct: distinct.sum[0]!, times: times.sum[0]!, most: answer.columns[field]![0] as string | null } : "untold";
}

function sharedOf(values: readonly CellValue[]): Shared | null {
  const counts = new Map<string, { text: string; count: number }>();
  let records = 0;
  for (const value of values) {
    const text = value === null ? "" : String(value).trim();
    if (text === "") continue;
    records += 1;
    const known = counts.get(text.toLowerCase());
    if (known) {
      known.count += 1;
      if (text < known.text) known.text = text;
    } else counts.set(text.toLowerCase(), { text, count: 1 });
  }
  if (records === 0) return null;
  const most = [...counts.values()].reduce((best, one) => (one.count > best.count || (one.count === best.count && one.text < best.text) ? one : best));
  return { records, distinct: counts.size, most: most.count > 1 ? most.text : null, times: most.count };
}

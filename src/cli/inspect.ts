// `salesbook inspect`: what are these files, and what was noticed in them?

import { outcomes } from "../crm/objects/deal";
import { recordCount } from "../crm/record-count";
import type { Import } from "../sheets/data/import";
import type { Text } from "../text/en";
import type { Seen } from "./files";
import { findingLines } from "./findings";
import { stageOutcomes } from "./stage-outcomes";

/** The document `--json` prints. */
export function inspection(files: readonly Seen[]) {
  return {
    files: files.map(({ path, read }) => {
      const { table, recognition, reading: { issues, groups, count } } = read;
      const rowsKept = recordCount(read.reading);
      return {
        file: path,
        object: recognition.object,
        crm: recognition.crm,
        confidence: recognition.confidence,
        encoding: table.encoding,
        delimiter: table.delimiter,
        headerRow: table.headerRow,
        rowsRead: table.rowsRead,
        rowsKept,
        rowsReported: table.rowsRead - rowsKept,
        columns: table.header,
        mapping: recognition.mapping,
        issues: issues.map(({ kind, row, column, found, count: times }) => ({ kind, row, column, found, count: times })),
        ...(groups ? { groups: { rows: count, by: groups.dimensions, eachOpen: groups.eachOpen, leftOut: groups.leftOut, ...groups.origin } } : {}),
      };
    }),
  };
}

/** The same for a person. */
export function inspectionText(files: readonly Seen[], text: Text): string {
  return files.map((file) => fileText(file, text).join("\n")).join("\n\n");
}

const mostFindings = 40;
const mostStages = 12;

function fileText({ path, read }: Seen, text: Text): string[] {
  const { table, recognition: { crm, object, matched, columns, confidence, mapping }, reading } = read;
  const say = text.cli;
  const kept = recordCount(reading);
  return [
    say.recognised(path, text.pane.check.ofCrm(crm === "other" ? null : text.crms[crm], text.objects[object]), matched, columns, Math.round(confidence * 100)),
    ...sourceLine(table, text),
    say.rows(table.rowsRead, kept, table.rowsRead - kept),
    ...Object.entries(mapping).map(([field, header]) => say.fieldFrom((text.fields as Readonly<Record<string, string>>)[field] ?? field, header)),
    ...outcomeLines(read, text),
    ...findingLines(reading.issues, mostFindings, text),
  ];
}

function outcomeLines(read: Import, { cli }: Text): string[] {
  const found = stageOutcomes(read);
  if (!found) return [];
  const names = (words: readonly string[]) => (words.length === 0 ? cli.noStage : words.slice(0, mostStages).join(", ") + (words.length > mostStages ? ", …" : ""));
  return outcomes.map((outcome) => cli.countedAs[outcome](names(found[outcome])));
}

/** Nothing for a table of a database, and only the row for cells of a workbook. */
function sourceLine({ encoding, delimiter, headerRow }: Import["table"], { cli }: Text): string[] {
  if (encoding === "") return [];
  if (delimiter === null) return [cli.headerIn(headerRow)];
  const { tab, other } = cli.delimiters;
  return [cli.source(encoding, delimiter === "\t" ? tab : other(delimiter), headerRow)];
}

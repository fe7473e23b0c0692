// Groups and answers by a real engine, beside those of plain loops over the same rows.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { ObjectKind } from "../../src/crm/reading";
import { isProblem, parseTable } from "../../src/crm/table";
import { duckFiles } from "../../src/engine/duckdb";
import { rollup, type Rollup, type RollupOptions } from "../../src/engine/rollup";
import { readExport } from "../../src/read-exports";
import type { Import } from "../../src/sheets/data/import";
import { dayOfIso, type Day } from "../../src/values";
import { describeWithShared, sharedData } from "../shared-data";
import { answerRows, groupRows } from "./group-rows";
import { textsOf } from "./group-texts";
import { csvOf, madeDeals } from "./made-deals";
import { questionsOfDeals, rounded } from "./questions";

const at = "2026-11-28T12:00:00Z";

function days(...isos: readonly string[]): readonly Day[] {
  return isos.map((iso) => dayOfIso(iso)!);
}

async function byEngine<T>(path: string, options: Partial<RollupOptions>, look: (made: Rollup) => T | Promise<T>): Promise<T> {
  const known = options.object ? { object: options.object } : {};
  const engine = await duckFiles([path], { known });
  try {
    return await look(await rollup(engine, await engine.table(path), { breaks: [], at, mostRows: 0, ...options }));
  } finally {
    await engine.close();
  }
}

function plainOf(path: string, object?: ObjectKind): Import {
  const table = parseTable({ file: basename(path), bytes: new Uint8Array(readFileSync(path)) });
  if (isProblem(table)) throw new Error(`no table: ${path}`);
  return readExport(table, object ? { object } : {});
}

describeWithShared("shared exports as groups", () => {
  it.each<[string, ObjectKind, readonly Day[]]>([
    ["maven_crm/sales_pipeline.csv", "deal", days("2017-06-15", "2017-10-01", "2017-12-31")],
    ["maven_crm/sales_pipeline_us_dates.csv", "deal", days("2017-10-01")],
    ["maven_crm/accounts.csv", "account", []],
    ["maven_crm/sales_teams.csv", "rep", []],
    ["salesforce_export/Opportunity.csv", "deal", days("2022-09-01", "2029-06-01")],
    ["salesforce_export/Account.csv", "account", []],
    ["cn_auto_crm/交易.csv", "deal", []],
    ["cn_auto_crm/客户.csv", "account", []],
    ["cn_auto_crm/市场活动.csv", "spend", []],
    ["cn_auto_crm/线索.csv", "lead", []],
    ["article_rules_shared/leads.csv", "lead", []],
    ["xeducation_leads/Leads.csv", "lead", []],
    ["nasty/01_salesforce_report_quoted_newlines.tsv", "deal", []],
    ["nasty/02_fxiaoke_cn_amounts.tsv", "deal", []],
    ["nasty/03_hubspot_mixed_dates.csv", "deal", []],
    ["nasty/04_dynamics_german_decimals_bom.csv", "deal", []],
    ["nasty/05_pipedrive_merged_owner_dup_headers.tsv", "deal", []],
    ["nasty/06_zoho_totals_and_repeated_header.csv", "deal", []],
    ["nasty/07_formula_injection.csv", "deal", []],
    ["nasty/08_fxiaoke_gb18030.csv", "deal", []],
    ["telco_churn/IBM_Cognos_Data.csv", "account", []],
    ["nps_airlines/airlines.csv", "survey", []],
  ])("%s", async (file, object, breaks) => {
    const path = sharedData(file)!;
    const groups = await byEngine(path, { object, breaks }, (made) => textsOf(made.import));
    expect(groups).toEqual(textsOf(groupRows(plainOf(path, object), { breaks })));
  });
});

describeWithShared("a shared export with hardly any room", () => {
  it.each([
    ["tables of two fields", { rows: 40, open: 0, newestWon: 0, more: 300 }],
    ["fields left out", { rows: 3, open: 0, newestWon: 5, more: 20 }],
    ["no room at all", { rows: 1, open: 0, newestWon: 0, more: 1 }],
  ])("%s", async (_, limits) => {
    const path = sharedData("maven_crm/sales_pipeline.csv")!;
    const groups = await byEngine(path, { object: "deal", limits }, (made) => textsOf(made.import));
    expect(groups).toEqual(textsOf(groupRows(plainOf(path, "deal"), { breaks: [], limits })));
  });
});

describe("amounts that name their currencies in their cells", () => {
  const folder = mkdtempSync(join(tmpdir(), "salesbook-rollup-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const deals = (header: string, cells: readonly string[], many = 30_000) => Array.from({ length: many }, (_, at) => `Deal ${at},Customer ${at % 20},${["Closed Won", "Closed Lost", "Negotiation"][at % 3]},${cells[at % cells.length]},2026-0${1 + (at % 9)}-15`).join("\n").replace(/^/, `${header}\n`);
  const plain = "Deal Name,Account Name,Stage,Amount,Close Date";

  it.each<[string, string]>([
    ["signs", deals(plain, ['"$1,000.50"', "$20.25", "€30.75", "40.00", "", "1200 USD", "£7.00"])],
    ["one sign and plain figures", deals(plain, ['"$1,000.50"', "20.25"])],
    ["a unit in the header beside signs", deals(plain.replace("Amount", "Amount (EUR)"), ['"$1,000.50"', "20.25"])],
    ["a currency column that is empty for some", deals(`${plain.replace("Stage", "Currency")},Stage`, ["€5.25", "5.50", "$6.00"]).replaceAll("Closed Won", "GBP").replaceAll("Closed Lost", "").replaceAll("Negotiation", "n/a").replace(/-15$/gm, "-15,Closed Won")],
    ["a far second currency", `${deals(plain, ['"$1,000.50"'])}\nLast,Customer 1,Closed Won,"€1,000.50",2026-01-01`],
  ])("are groups by currency: %s", async (name, text) => {
    const path = join(folder, `${name}.csv`);
    writeFileSync(path, text);
    const made = await byEngine(path, { object: "deal" }, ({ import: one }) => ({ groups: textsOf(one), issues: one.reading.issues.filter(({ kind }) => kind === "currencies") }));
    const expected = plainOf(path, "deal");
    expect(made.groups).toEqual(textsOf(groupRows(expected, { breaks: [] })));
    expect(made.issues).toEqual(expected.reading.issues.filter(({ kind }) => kind === "currencies"));
  });
});

describe("deals made for it", () => {
  const folder = mkdtempSync(join(tmpdir(), "salesbook-rollup-"));
  const path = join(folder, "deals.csv");
  const breaks = days("2025-03-10", "2025-06-01", "2025-06-02", "2025-10-15");
  writeFileSync(path, csvOf(madeDeals(4000)));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ["all in one table", {}],
    ["open deals grouped too", { open: 100, newestWon: 0 }],
  ])("%s", async (_, limits) => {
    const groups = await byEngine(path, { object: "deal", breaks, limits }, (made) => textsOf(made.import));
    expect(groups).toEqual(textsOf(groupRows(plainOf(path, "deal"), { breaks, limits })));
  });

  it.each([
    ["within the usual days", days("2025-03-10", "2025-06-02")],
    ["far from them", days("2025-03-10", "2080-05-14")],
  ])("groups days of other centuries as all others, cut %s", async (name, cuts) => {
    const far = join(folder, `far, cut ${name}.csv`);
    const closed = ["1969-12-31", "1970-01-01", "2025-03-09", "2025-03-10", "2069-12-31", "2070-01-01", "2080-05-13", "2080-05-14", ""];
    writeFileSync(far, `Deal Name,Stage,Amount,Close Date\n${closed.flatMap((day, at) => [`A${at},Closed Lost,10,${day}`, `B${at},Closed Lost,20,${day}`]).join("\n")}`);
    const groups = await byEngine(far, { object: "deal", breaks: cuts }, (made) => textsOf(made.import));
    expect(groups).toEqual(textsOf(groupRows(plainOf(far, "deal"), { breaks: cuts })));
  });

  it("answers what groups cannot as the rows do", async () => {
    const questions = questionsOfDeals();
    const answers = await byEngine(path, { object: "deal", breaks }, (made) => made.answer(questions));
    const expected = answerRows(plainOf(path, "deal"), questions);
    expect(rounded(answers)).toEqual(rounded(expected));
    expect([...expected.values()].filter((value) => value !== null && value !== 0).length).toBeGreaterThan(80);
  });

  it("reports as many rows as it does not keep", async () => {
    await byEngine(path, { object: "deal" }, ({ import: { table, reading } }) => {
      const kept = reading.groups!.records.reduce((sum, count) => sum + count, 0);
      const gone = reading.issues.filter(({ kind }) => kind === "deleted-record").reduce((sum, { count }) => sum + count, 0);
      expect(gone).toBeGreaterThan(0);
      expect(table.rowsRead).toBe(kept + gone);
    });
  });
});

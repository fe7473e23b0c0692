// Groups and answers by a real engine, beside those of plain loops over the same rows.

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { ObjectKind } from "../../src/crm/reading";
import { isProblem, parseTable } from "../../src/crm/table";
import { duckFiles } from "../../src/engine/duckdb";
import { rollup, type RollupOptions } from "../../src/engine/rollup";
import { readExport } from "../../src/read-exports";
import type { Import } from "../../src/sheets/data/import";
import { dayOfIso, type Day } from "../../src/values";
import { describeWithShared, sharedData } from "../shared-data";
import { groupRows } from "./group-rows";
import { textsOf } from "./group-texts";

const at = "2026-11-28T12:00:00Z";

function days(...isos: readonly string[]): readonly Day[] {
  return isos.map((iso) => dayOfIso(iso)!);
}

async function byEngine(path: string, options: Partial<RollupOptions>): Promise<Import> {
  const known = options.object ? { object: options.object } : {};
  const engine = await duckFiles([path], { known });
  try {
    return (await rollup(engine, await engine.table(path), { breaks: [], at, ...options })).import;
  } finally {
    await engine.close();
  }
}

function byLoops(path: string, { object, breaks = [], limits = {} }: Partial<RollupOptions>): Import {
  const table = parseTable({ file: basename(path), bytes: new Uint8Array(readFileSync(path)) });
  if (isProblem(table)) throw new Error(`no table: ${path}`);
  return groupRows(readExport(table, object ? { object } : {}), { breaks, limits });
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
    const options = { object, breaks };
    expect(textsOf(await byEngine(path, options))).toEqual(textsOf(byLoops(path, options)));
  });
});

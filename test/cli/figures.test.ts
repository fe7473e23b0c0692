// The figures of real exports against answers computed elsewhere (expected.json beside each export).

import { readFileSync } from "node:fs";
import { textIn } from "../../src/text/language";
import { contextOf } from "../../src/sheets/make-context";
import { emptyMemory } from "../../src/sheets/memory";
import { linked, readFiles, recordsOf } from "../../src/cli/files";
import { figures } from "../../src/cli/metrics";
import { dayOfIso } from "../../src/values";
import { describeWithShared, sharedData } from "../shared-data";

const text = textIn("en");

type Row = Readonly<Record<string, string | number | null>>;

function pathOf(path: string): string {
  const found = sharedData(path);
  if (!found) throw new Error(`not there: ${path}`);
  return found;
}

async function figuresOf(asOf: string, ...paths: readonly string[]) {
  const files = await readFiles(paths.map((path) => ({ path: pathOf(path), object: null })), text);
  const day = dayOfIso(asOf);
  if (day === null) throw new Error(`no day: ${asOf}`);
  const { context } = contextOf({ imports: linked(recordsOf(files, text, () => undefined)), memory: emptyMemory, asOf: day, language: "en" });
  const { metrics, tables } = figures(context);
  const value = new Map<string, number | null>(metrics.map((metric) => [metric.id, metric.value]));
  return { of: (id: string) => value.get(id), tables, whys: metrics.filter((metric) => metric.value === null) };
}

function expectedOf(dataset: string, question: string): readonly Row[] {
  const all = JSON.parse(readFileSync(pathOf(`${dataset}/expected.json`), "utf8")) as { results: Record<string, { rows: Row[] }> };
  const found = all.results[question];
  if (!found) throw new Error(`no such question: ${question}`);
  return found.rows;
}

function answer(dataset: string, question: string, field: string, row = 0): number {
  const value = expectedOf(dataset, question)[row]?.[field];
  if (typeof value !== "number") throw new Error(`no number: ${question}.${field}`);
  return value;
}

function near(actual: number | null | undefined, expected: number): void {
  if (typeof actual !== "number") throw new Error(`no number: ${String(actual)}`);
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

describeWithShared("the figures of a pipeline of 8,800 deals", () => {
  it.each(["maven_crm/sales_pipeline.csv", "maven_crm/sales_pipeline_us_dates.csv"])("are right for %s", async (pipeline) => {
    const { of, tables } = await figuresOf("2017-12-31", pipeline, "maven_crm/sales_teams.csv");
    near(of("win-rate"), answer("maven_crm", "win_rate", "win_rate_closed"));
    for (const [id, row] of [["cycle.mean.lost", 0], ["cycle.mean", 1], ["cycle.mean.closed", 2]] as const) near(of(id), answer("maven_crm", "sales_cycle_days", "mean_days", row));
    for (const [id, row] of [["cycle.median.lost", 0], ["cycle.median", 1], ["cycle.median.closed", 2]] as const) near(of(id), answer("maven_crm", "sales_cycle_days", "median_days", row));
    near(of("stalled"), answer("maven_crm", "stalled_open_deals_2017_12_31", "stalled_over_90"));
    near(of("forecast.simple"), answer("maven_crm", "forecast_simple", "expected_amount"));
    near(of("forecast.run-rate"), answer("maven_crm", "forecast_simple", "run_rate_next_month"));
    near(of("completeness"), answer("maven_crm", "completeness_overall", "fair_overall"));
    near(of("completeness.cells"), answer("maven_crm", "completeness_overall", "cells_overall"));
    expect(of("amount.open")).toBeNull();
    for (const row of expectedOf("maven_crm", "by_stage")) {
      const ours = tables["by-stage"].find((one) => one.stage === row["deal_stage"]);
      expect([ours?.deals, ours?.amount]).toEqual([row["opportunity_count"], row["total_amount"]]);
    }
    for (const row of expectedOf("maven_crm", "rep_ranking")) {
      const ours = tables["by-owner"].find((one) => one.owner === row["sales_agent"]);
      expect([ours?.wonAmount, ours?.won, ours?.lost, ours?.open]).toEqual([row["won_amount"], row["won"], row["lost"], row["open_deals"]]);
      near(ours?.winRate, Number(row["win_rate"]));
    }
    for (const row of expectedOf("maven_crm", "reps_without_deals")) {
      expect(tables["by-owner"].find((one) => one.owner === row["sales_agent"])).toMatchObject({ wonAmount: 0, won: 0, lost: 0, open: 0, winRate: null });
    }
    const funnel = tables.funnel.filter((row) => row.mode === "snapshot");
    expect(funnel.map((row) => row.reached)).toEqual(expectedOf("maven_crm", "funnel_reached").map((row) => row["n"]));
    for (const row of expectedOf("maven_crm", "completeness_by_column")) {
      const ours = tables.completeness.find((one) => one.column === row["col"]);
      near(ours?.filled, Number(row["filled"]));
      expect(ours?.missing).toBe(row["missing"]);
    }
    expect(tables["window-by-stage"].map(({ stage, deals, amount }) => [stage, deals, amount])).toEqual(
      expectedOf("maven_crm", "last_3_months_by_stage_2017_12_31").map((row) => [row["deal_stage"] ?? row["stage"], row["opportunity_count"], row["total_amount"]]),
    );
  });

  it("shows an empty window long after the data end", async () => {
    const { tables } = await figuresOf("2026-11-23", "maven_crm/sales_pipeline.csv");
    expect(tables["window-by-stage"]).toEqual([]);
  });

  it("ends the window on the as-of day", async () => {
    const { tables } = await figuresOf("2017-05-31", "maven_crm/sales_pipeline.csv");
    expect(tables["window-by-stage"].map((row) => [row.deals, row.amount])).toEqual(
      expectedOf("maven_crm", "last_3_months_by_stage_2017_05_31_bounded").map((row) => [row["opportunity_count"], row["total_amount"]]),
    );
  });
});

describeWithShared("the figures of a Salesforce data export", () => {
  it("are right, with owners by name", async () => {
    const { of, tables } = await figuresOf("2026-11-23", "salesforce_export/Opportunity.csv", "salesforce_export/User.csv");
    near(of("win-rate"), answer("salesforce_export", "win_rate", "win_rate"));
    near(of("win-rate.amount"), answer("salesforce_export", "win_rate", "win_rate_by_amount"));
    near(of("amount.weighted"), answer("salesforce_export", "weighted_pipeline", "weighted"));
    near(of("amount.open"), answer("salesforce_export", "weighted_pipeline", "amount"));
    near(of("completeness"), answer("salesforce_export", "completeness_overall", "overall"));
    expect(of("overdue")).toBe(0);
    for (const row of expectedOf("salesforce_export", "won_by_owner")) {
      const ours = tables["by-owner"].find((one) => one.owner === row["owner_name"]);
      expect([ours?.wonAmount, ours?.won, ours?.lost]).toEqual([row["won_amount"], row["won"], row["lost"]]);
    }
    for (const row of expectedOf("salesforce_export", "completeness")) near(tables.completeness.find((one) => one.column === row["col"])?.filled, Number(row["filled"]));
  });

  it("have no sales cycle, since all deals were loaded on one day", async () => {
    const { of, whys } = await figuresOf("2026-11-23", "salesforce_export/Opportunity.csv");
    expect(of("cycle.mean")).toBeNull();
    expect(whys.every((metric) => typeof metric.why === "string" && metric.why.length > 10)).toBe(true);
  });
});

describeWithShared("the figures of 9,240 leads", () => {
  it("count conversions, and a placeholder as missing", async () => {
    const { of, tables } = await figuresOf("2026-11-23", "xeducation_leads/Leads.csv");
    near(of("leads.converted"), answer("xeducation_leads", "conversion", "converted"));
    near(of("lead-conversion"), answer("xeducation_leads", "conversion", "conversion_rate"));
    near(of("completeness"), answer("xeducation_leads", "completeness_overall", "cells_with_select"));
    for (const row of expectedOf("xeducation_leads", "completeness_by_column")) {
      const ours = tables.completeness.find((one) => one.column === row["col"]);
      expect([row["col"], ours?.missing]).toEqual([row["col"], row["missing_with_select"]]);
    }
  });
});

describeWithShared("the figures of a Chinese car dealer", () => {
  it.each(["cn_auto_crm/线索.csv", "cn_auto_crm/线索_gb18030.csv"])("are right for %s", async (leads) => {
    const { of, tables } = await figuresOf("2024-01-01", leads);
    near(of("lead-conversion"), answer("cn_auto_crm", "lead_conversion", "rate"));
    for (const row of expectedOf("cn_auto_crm", "completeness")) {
      if (row["col"] === "全部") near(of("completeness"), Number(row["filled"]));
      else near(tables.completeness.find((one) => one.column === row["col"])?.filled, Number(row["filled"]));
    }
  });

  it("take the outcome of deals from their numbered stages", async () => {
    const { of } = await figuresOf("2024-01-01", "cn_auto_crm/交易.csv");
    expect([of("amount.won"), of("amount.open")]).toEqual([120_000, 93_000]);
  });
});

describeWithShared("an export in three currencies", () => {
  it("adds up the reporting currency only", async () => {
    const { of } = await figuresOf("2026-11-23", "nasty/02_fxiaoke_cn_amounts.tsv");
    near(of("amount.open"), 120148345.6);
    near(of("amount.weighted"), 36108907.36);
    expect(of("amount.won")).toBeNull();
  });
});

describeWithShared("an export with credits", () => {
  it("has no win rate by amount", async () => {
    expect((await figuresOf("2026-11-23", "nasty/04_dynamics_german_decimals_bom.csv")).of("win-rate.amount")).toBeNull();
  });
});

// Half a year of real deals in the built pane beside Excel, then all of them: what changed, what stays, and the figures LibreOffice computes.

import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import { textIn } from "../../src/text/language";
import type { Book } from "../excel-host/book";
import { openInExcel, type ExcelFrame } from "../excel-host/frame";
import type { Cell } from "../excel-host/grid";
import { recalculated } from "../excel-host/to-xlsx";
import { isInstalled } from "../office";
import { describeWithShared, sharedData } from "../shared-data";
import { standing } from "../sheets/standing";
import { heading, pasteInto, press } from "./beside-excel";
import { startBrowser } from "./browser";

jest.setTimeout(300_000);

const { pane } = textIn("en");
const [middle, end] = ["2017-06-30", "2017-12-31"];
const noOffice = isInstalled("soffice") ? null : "NOT RUN, no soffice: ";

type Row = Readonly<Record<string, Cell>>;

describeWithShared("the Maven deals beside Excel", () => {
  let browser: Awaited<ReturnType<typeof startBrowser>>;
  let excel: ExcelFrame;
  const [header = "", ...lines] = raw("sales_pipeline.csv").trimEnd().split("\n");
  const deals = lines.map((line) => line.split(",")).map(([id = "", , , , stage = "", engaged = "", closed = "", value = ""]) => ({ id, stage, engaged, closed, value: Number(value) }));
  const noted = deals.filter(({ engaged, closed }) => engaged !== "" && engaged <= middle && closed > middle).slice(0, 40).map(({ id }) => id);

  beforeAll(async () => {
    browser = await startBrowser();
    excel = await openInExcel(await browser.newContext());
  });
  afterAll(() => browser.close());

  it("are built as they stood in the middle of the year, and typed into", async () => {
    await paste(excel.pane(), [header, ...lines.flatMap((line) => standing(line, middle))]);
    for (const name of [pane.data.next, pane.check.next]) await press(excel.pane(), name);
    await excel.pane().getByLabel(pane.build.asOf).fill(middle);
    await press(excel.pane(), pane.build.build);
    await heading(excel, pane.done.title);
    const ids = rowsIn(excel.book, "Deals").map((row) => row["Record ID"]);
    expect(ids).toHaveLength(deals.filter(({ engaged }) => engaged <= middle).length);
    excel.user.addColumn("Deals", "My note", ids.map((id) => (noted.includes(String(id)) ? `call about ${String(id)}` : "")));
    columnOf(excel.book, "Goals", "Target")[0]!.Values = [[123_456]];
  });

  it("tell what changed as the raw lines do, before anything is written", async () => {
    await excel.reopen();
    await heading(excel, pane.refresh.title);
    await paste(excel.pane(), [header, ...lines]);
    await excel.pane().getByLabel(pane.build.asOf).fill(end);
    const of = (one: readonly { readonly value: number }[]) => [one.length, one.reduce((sum, { value }) => sum + value, 0)];
    const later = deals.filter(({ closed }) => closed > middle);
    const won = later.filter(({ stage }) => stage === "Won");
    expect(await said(excel.pane())).toEqual({
      New: of(deals.filter(({ engaged }) => engaged > middle)),
      Won: of(won),
      Lost: of(later.filter(({ stage }) => stage === "Lost")),
      "Changed amount": of(won.filter(({ engaged }) => engaged <= middle)),
    });
  });

  it("are all there after the refresh, with what was typed", async () => {
    await press(excel.pane(), pane.refresh.refresh);
    await heading(excel, pane.refresh.done);
    const rows = rowsIn(excel.book, "Deals");
    expect(rows).toHaveLength(8800);
    expect(rows.filter((row) => row["My note"] !== "").map((row) => [row["Record ID"], row["My note"]]).sort()).toEqual(noted.map((id) => [id, `call about ${id}`]).sort());
    expect(rowsIn(excel.book, "Goals")[0]?.["Target"]).toBe(123_456);
    expect(excel.trouble).toEqual([]);
  });

  (noOffice ? it.skip : it)(`${noOffice ?? ""}come to the figures worked out elsewhere`, async () => {
    const { book } = excel;
    await recalculated(book);
    const measure = (name: string) => rowsIn(book, "Measures").find((row) => row["Measure"] === name)?.["Value"];
    const cycle = answers("sales_cycle_days");
    near([measure("Win rate"), measure("Won amount"), measure("Stalled deals"), measure("Data completeness"), measure("Filled cells")], [
      answers("win_rate")[0]!["win_rate_closed"], answers("by_stage")[0]!["total_amount"], answers("stalled_open_deals_2017_12_31")[0]!["stalled_over_90"],
      answers("completeness_overall")[0]!["fair_overall"], answers("completeness_overall")[0]!["cells_overall"],
    ]);
    near(["Days to lose", "Sales cycle", "Days to close"].flatMap((name) => [measure(`${name}, mean`), measure(`${name}, median`)]), cycle.flatMap((row) => [row["mean_days"], row["median_days"]]));
    near([measure("Forecast, simple"), measure("Forecast, run rate")], [answers("forecast_simple")[0]!["expected_amount"], answers("forecast_simple")[0]!["run_rate_next_month"]]);
    near(rowsIn(book, "FunnelModes").map((row) => row["Snapshot reached"]), answers("funnel_reached").map((row) => row["n"]));
    near(rowsIn(book, "FunnelStages").map((row) => row["Reached"]), answers("funnel_reached").map((row) => row["n"]));
    const now = rowsIn(book, "FunnelStages");
    for (const row of answers("by_stage").filter(({ deal_stage }) => deal_stage !== "Lost")) {
      const ours = now.find((one) => one["Stage"] === row["deal_stage"]);
      expect([ours?.["Deals now"], ours?.["Amount now"]]).toEqual([row["opportunity_count"], row["total_amount"] ?? ""]);
    }
    const reps = rowsIn(book, "Reps");
    expect(reps).toHaveLength(30);
    for (const row of answers("rep_ranking")) {
      const ours = reps.find((one) => one["Rep"] === row["sales_agent"]) ?? {};
      near(["Rank", "Won amount", "Won", "Lost", "Open", "Win rate", "Average won", "Mean cycle"].map((name) => ours[name]), ["rank_by_amount", "won_amount", "won", "lost", "open_deals", "win_rate", "avg_won_deal", "avg_cycle_days"].map((name) => row[name]));
    }
    near(rowsIn(book, "WindowByStage").filter((row) => row["Deals"] !== "" && row["Deals"] !== 0).map((row) => row["Deals"]), answers("last_3_months_by_stage_2017_12_31").map((row) => row["opportunity_count"]));
    const months = new Map(rowsIn(book, "Months").map((row) => [row["Month"], [row["Won deals"], row["Won amount"]]]));
    for (const row of answers("by_close_month")) expect([row["close_month"], ...(months.get(String(row["close_month"])) ?? [])]).toEqual([row["close_month"], row["won"], row["won_amount"]]);
    const filled = rowsIn(book, "Completeness");
    for (const row of answers("completeness_by_column")) near([filled.find((one) => one["Column"] === row["col"])?.["Empty"]], [row["missing"]]);
    expect(errorsIn(book)).toEqual([]);
  });
});

function raw(file: string): string {
  return readFileSync(sharedData(`maven_crm/${file}`) ?? "", "utf8").replaceAll("\r", "");
}

function answers(question: string): readonly Row[] {
  const { results } = JSON.parse(raw("expected.json")) as { results: Record<string, { rows: Row[] }> };
  return results[question]?.rows ?? [];
}

async function paste(frame: Frame, rows: readonly string[]): Promise<void> {
  await pasteInto(frame, { text: rows.map((line) => line.replaceAll(",", "\t")).join("\r\n") });
}

/** The groups of what changed in the pane that have deals: how many, and their amount. */
async function said(frame: Frame): Promise<Record<string, [number, number]>> {
  await frame.getByText(pane.refresh.since(middle)).first().waitFor();
  await frame.getByText(pane.refresh.comparing).first().waitFor({ state: "hidden" });
  const heads = await frame.locator("summary").allInnerTexts();
  return Object.fromEntries(heads.flatMap((head) => {
    const found = /([A-Z][a-z ]+) · ([\d,]+) deals\s*\+?\D*([\d,]+)?/.exec(head);
    return found ? [[found[1], [number(found[2]), number(found[3])]]] : [];
  })) as Record<string, [number, number]>;
}

function number(text = "0"): number {
  return Number(text.replaceAll(",", ""));
}

function columnOf(book: Book, table: string, column: string) {
  const { sheet, area } = book.table(table)!.Columns.GetItem(column).GetDataBodyRange();
  return Array.from({ length: area.bottom - area.top + 1 }, (_, at) => sheet.GetCell(area.top + at, area.left));
}

function rowsIn(book: Book, name: string): Row[] {
  const { sheet, area } = book.table(name)!;
  const line = (row: number) => Array.from({ length: area.right - area.left + 1 }, (_, at) => sheet.grid.value(row, area.left + at));
  const columns = line(area.top);
  return Array.from({ length: area.bottom - area.top }, (_, at) => Object.fromEntries(line(area.top + 1 + at).map((value, column) => [columns[column], value])) as Row);
}

function errorsIn(book: Book): string[] {
  return book.sheets.flatMap((sheet) => [...sheet.grid.formulas()].flatMap(([row, column]) => {
    const value = sheet.grid.value(row, column);
    return typeof value === "string" && /^(#|Err:)/.test(value) ? [`${sheet.Name} ${row} ${column}: ${value}`] : [];
  }));
}

function near(ours: readonly (Cell | undefined)[], theirs: readonly (Cell | undefined)[]): void {
  const rounded = (all: readonly (Cell | undefined)[]) => all.map((value) => (typeof value === "number" ? Number(value.toPrecision(10)) : value));
  expect(rounded(ours)).toEqual(rounded(theirs));
}


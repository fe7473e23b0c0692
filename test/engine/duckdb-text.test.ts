import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { duckFiles } from "../../src/engine/duckdb";
import { describeWithShared, sharedData } from "../shared-data";
import { engineRows, ownRows } from "./same-rows";
import { header, linesOf, styles, written } from "./text-files";

const MANY = 25_000;
let folder = "";

beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "salesbook-test-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The engine reads the file as our own reader does, and reports as many rows. */
async function expectSame(path: string): Promise<void> {
  const [own, engine] = [await ownRows(path), await engineRows([path])];
  if (own === "problem" || engine === "problem") {
    expect(engine).toBe(own);
    return;
  }
  expect(engine.header).toEqual(own.header);
  expect(engine.rows.length).toBe(own.rows.length);
  expect(engine.rows.filter((row, at) => row !== own.rows[at]).slice(0, 3)).toEqual([]);
  expect(engine.rowsRead).toBe(own.rowsRead);
}

describeWithShared("shared files of text", () => {
  it.each(["maven_crm", "salesforce_export", "xeducation_leads", "cn_auto_crm", "article_rules_shared", "sales_targets", "nps_airlines", "telco_churn", "cdnow_sample", "nasty", "csv_spectrum", "excel_clipboard", "pollock_shared"])(
    "are the same rows by the engine: %s",
    async (name) => {
      const paths = within(sharedData(name)!);
      expect(paths.length).toBeGreaterThan(0);
      for (const path of paths) await expectSame(path);
    },
    120_000,
  );
});

describe("files larger than what is looked at first", () => {
  it.each(styles)("are the same rows, written in a %s way", async (name, style) => {
    await expectSame(written(folder, `${name}.csv`, linesOf(MANY, style), style.delimiter));
  }, 60_000);

  it("keep a cell of several lines, a short row and a quote within a word, far below the head", async () => {
    const lines = linesOf(MANY);
    lines[MANY - 100] = `"006x","Order ""big""","Two\nlines",Closed Won,5.00,10,2024-05-05,2024-06-06,Rep 1`;
    lines[MANY - 90] = `006y,Short row,"Acme, Inc.",Closed Won,7.25`;
    lines[MANY - 80] = `006z,"A "loose" quote",Acme,Closed Lost,1.00,10,2024-05-05,2024-06-06,Rep 1`;
    await expectSame(written(folder, "quotes.csv", lines));
  }, 60_000);

  it("leave out totals, repeated headers and the report's last words, and report each", async () => {
    const lines = linesOf(MANY);
    lines.splice(20_000, 0, "Total,,,,123456.00,,,,", header.join(","), "Total,,,,123456.00,,,,");
    const path = written(folder, "report.csv", [...lines, "Grand Total,,,,999999.00,,,,", "", '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."', '"Confidential Information - Do Not Distribute"']);
    const [own, engine] = [await ownRows(path), await engineRows([path])];
    if (own === "problem" || engine === "problem") throw new Error("no table");
    expect(engine.rows.length).toBe(MANY);
    expect(engine.rows).toEqual(own.rows);
    const said = engine.table.issues!.filter(({ kind }) => ["subtotal", "grand-total", "repeated-header", "footer"].includes(kind)).map(({ kind, count }) => [kind, count]);
    expect(said).toEqual(expect.arrayContaining([["repeated-header", 1], ["footer", 1]]));
    expect(engine.rowsRead).toBe(MANY + said.reduce((sum, [, count]) => sum + Number(count), 0));
  }, 60_000);

  it("count what no reader can read, with an example", async () => {
    const lines = linesOf(MANY);
    lines[MANY - 5] = "006a,Odd,Acme,Closed Won,lots,10,2024-05-05,someday,Rep 1";
    lines[MANY - 4] = "006b,Odd,Acme,Closed Won,lots,10,2024-05-05,n/a,Rep 1";
    const engine = await engineRows([written(folder, "odd.csv", lines)]);
    expect(engine).toMatchObject({ table: { unreadable: [{ column: "Amount", count: 2, example: "lots" }, { column: "Close Date", count: 1, example: "someday" }] } });
  }, 60_000);

  it("say the currency of each amount that names one, however far down the second one is", async () => {
    const lines = linesOf(MANY, styles[1]![1]);
    lines[MANY - 7] = '006e,Odd,Acme,Closed Won,"€1,000.50",10%,5/13/2024,5/14/2024,Rep 1';
    const engine = await duckFiles([written(folder, "currencies.csv", lines)]);
    const { amountCurrency } = await engine.table("");
    const rows = await engine.rows({ sql: `select "${amountCurrency}", count(*), count("Amount") from records group by 1 order by 1`, parameters: [] }, 10);
    await engine.close();
    const without = Math.ceil(MANY / 17);
    expect(rows).toEqual([["EUR", 1, 1], ["USD", MANY - without - 1, MANY - without - 1], [null, without, 0]]);
  }, 60_000);

  it("are read in their encoding, however far the first character beyond ASCII is", async () => {
    const lines = linesOf(MANY);
    lines[MANY - 3] = "006c,Bestellung,Müller & Söhne,Closed Won,5.00,10,2024-05-05,2024-06-06,Rep 1";
    const path = join(folder, "latin.csv");
    writeFileSync(path, Buffer.from([header.join(","), ...lines, ""].join("\n"), "latin1"));
    await expectSame(path);
  }, 60_000);
});

it("unites several files by the names of their columns", async () => {
  const parts = join(folder, "parts");
  mkdirSync(parts);
  writeFileSync(join(parts, "a.csv"), "Opportunity ID,Stage,Amount\n1,Closed Won,5.25\n2,Closed Lost,7.00\n");
  writeFileSync(join(parts, "b.tsv"), "Amount\tOpportunity ID\tLead Source\n8.50\t3\tWeb\n9.75\t4\tPhone\n");
  const rows = ['["1","Closed Won","5.25",""]', '["2","Closed Lost","7",""]', '["3","","8.5","Web"]', '["4","","9.75","Phone"]'];
  for (const paths of [[parts], [join(parts, "*")], [join(parts, "a.csv"), join(parts, "b.tsv")]]) expect(await engineRows(paths)).toMatchObject({ header: ["Opportunity ID", "Stage", "Amount", "Lead Source"], rows });
});

function within(path: string): string[] {
  if (!statSync(path).isDirectory()) return /\.(csv|tsv|txt)$/.test(path) ? [path] : [];
  return readdirSync(path).flatMap((name) => within(join(path, name)));
}

// `salesbook rollup` and what takes its file, as typed: the same figures as from the rows, and nothing half-written when something fails.

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { requestOf } from "../../src/cli/arguments";
import { bring } from "../../src/cli/bring";
import { build } from "../../src/cli/build";
import type { Engines } from "../../src/cli/engines";
import { InputError } from "../../src/cli/input-error";
import { metricsOf } from "../../src/cli/metrics";
import { refreshBook } from "../../src/cli/refresh";
import { rollupFile } from "../../src/cli/rollup";
import { UsageError } from "../../src/cli/usage-error";
import { voiceIn } from "../../src/cli/voice";
import { UnsureTable } from "../../src/engine/read-sample";
import { problemKinds, type Limits } from "../../src/engine/engine";
import { emptyMemory } from "../../src/sheets/memory";
import { engineTextIn } from "../../src/text/engine";
import { languages } from "../../src/text/language";
import { dayOfIso } from "../../src/values";
import { standIn } from "./stand-in";

const voice = voiceIn("en", () => undefined);
const { text } = voice;
const samples = resolve(__dirname, "../../templates/samples");
const deals = join(samples, "salesforce-deals-en.csv");
const folder = mkdtempSync(join(tmpdir(), "salesbook-rollup-"));
const at = (name: string) => join(folder, name);
const today = dayOfIso("2026-11-23")!;
const rollup = at("rollup.json");

/** Runs a command line; gives what it prints and what it tells. */
async function salesbook(engines: Engines, ...words: string[]): Promise<{ printed: string; told: string }> {
  const request = requestOf(words, voice);
  if (!request) throw new Error("no command");
  const told: string[] = [];
  const tell = (line: string) => { told.push(line); };
  const path = request.command === "refresh" ? request.book! : request.output!;
  if (request.command === "rollup") await rollupFile(request, path, today, engines, tell);
  else if (request.command === "metrics") {
    const voice = voiceIn(request.language ?? "en", tell);
    return { printed: await metricsOf(request, await bring(request, emptyMemory, today, engines, voice), voice), told: told.join("\n") };
  } else return { printed: await (request.command === "build" ? build : refreshBook)(request, path, today, tell, engines), told: told.join("\n") };
  return { printed: "", told: told.join("\n") };
}

const few = ["--sheets", "all"];

const figuresIn = (printed: string) => {
  const { asOf, metrics } = JSON.parse(printed) as { asOf: string; metrics: { id: string; value: number | null }[] };
  return { asOf, values: Object.fromEntries(metrics.map(({ id, value }) => [id, value === null ? null : Number(value.toPrecision(12))])) };
};
const drafts = () => readdirSync(folder).filter((name) => name.endsWith(".tmp"));

beforeAll(async () => {
  copyFileSync(deals, at("deals.csv"));
  await salesbook(standIn({ tables: { opportunities: deals } }), "rollup", "--source", "clickhouse://crm@warehouse:8123/sales", "--deal", "opportunities", "-o", rollup);
}, 120_000);
afterAll(() => { rmSync(folder, { recursive: true }); });

describe("a rollup", () => {
  it("is asked of the database with the tables named, and closes it", async () => {
    const engine = standIn({ tables: { opportunities: deals } });
    const { told } = await salesbook(engine, "rollup", "--source", "clickhouse://crm@warehouse:8123/sales", "--deal", "opportunities", "-o", at("other.json"));
    expect(engine.calls.slice(0, 2)).toEqual(["connect clickhouse://crm@warehouse:8123/sales", "rollup opportunities"]);
    expect(engine.calls.slice(2).some((call) => call.startsWith("answer"))).toBe(true);
    expect(engine.closed()).toBe(1);
    expect(told).toMatch(/Wrote .*other\.json: \d+ deals, as of 2026-11-23\./);
    expect(readFileSync(at("other.json"), "utf8")).toBe(readFileSync(rollup, "utf8"));
  }, 120_000);

  it("gives the figures the rows give, and asks nobody", async () => {
    const nobody = standIn();
    const rows = await salesbook(nobody, "metrics", deals, "--as-of", "2026-11-23", "--json");
    const groups = await salesbook(nobody, "metrics", rollup, "--json");
    expect(figuresIn(groups.printed)).toEqual(figuresIn(rows.printed));
    expect(groups.told).toContain("a rollup of");
    expect(nobody.calls).toEqual([]);
  }, 120_000);

  it("is told with the minute it was made, as people write it", async () => {
    const { told } = await salesbook(standIn(), "metrics", rollup);
    expect(told).toMatch(/ at \d{4}-\d\d-\d\d \d\d:\d\d UTC\./);
  }, 60_000);

  it("makes a workbook as of its own day, whatever today is", async () => {
    const { told } = await salesbook(standIn(), "build", rollup, "-o", at("book.xlsx"), ...few);
    expect(told).toContain("Wrote");
    expect(existsSync(at("book.xlsx"))).toBe(true);
  }, 120_000);

  it("that another day is asked of leaves the workbook as it was, and says how to make it again", async () => {
    await salesbook(standIn(), "build", rollup, "-o", at("kept.xlsx"), ...few);
    const before = readFileSync(at("kept.xlsx"));
    await expect(salesbook(standIn(), "refresh", at("kept.xlsx"), rollup, "--as-of", "2026-10-09")).rejects.toThrow(text.rollup.unanswered(rollup));
    expect(readFileSync(at("kept.xlsx")).equals(before)).toBe(true);
    await salesbook(standIn({ tables: { opportunities: deals } }), "rollup", "--source", "clickhouse://crm@warehouse:8123/sales", "--deal", "opportunities", "-o", at("october.json"), "--as-of", "2026-10-09", "--for", at("kept.xlsx"));
    const { told } = await salesbook(standIn(), "refresh", at("kept.xlsx"), at("october.json"));
    expect(told).toContain(`${at("october.json")} is as of 2026-10-09, the workbook was as of 2026-11-23: it goes back to the earlier day.`);
    expect(readFileSync(at("kept.xlsx")).equals(before)).toBe(false);
  }, 240_000);

  it("of two that hold the same, the newer is taken", async () => {
    const older = at("older.json");
    await salesbook(standIn({ tables: { opportunities: deals } }), "rollup", "--source", "clickhouse://crm@warehouse:8123/sales", "--deal", "opportunities", "-o", older, "--as-of", "2026-11-01");
    for (const files of [[older, rollup], [rollup, older]]) {
      const { told, printed } = await salesbook(standIn(), "metrics", ...files, "--json");
      expect(told).toContain(`${older}: its deals are not used, since ${rollup} has them and is not older.`);
      expect(figuresIn(printed).asOf).toBe("2026-11-23");
    }
  }, 120_000);

  it("is not put together with other groups or rows of the same", async () => {
    await expect(salesbook(standIn(), "metrics", rollup, deals)).rejects.toThrow("cannot be put together");
  }, 60_000);

  it("takes other exports along, and their names", async () => {
    const owners = at("users.csv");
    writeFileSync(owners, "User ID,Full Name,Email\n1,Ivy Li,ivy@example.com\n2,Max Weber,max@example.com\n");
    await salesbook(standIn(), "rollup", `rep=${owners}`, deals, "-o", at("both.json"));
    const { printed } = await salesbook(standIn(), "metrics", at("both.json"), "--json");
    const rows = await salesbook(standIn(), "metrics", `rep=${owners}`, deals, "--as-of", "2026-11-23", "--json");
    expect(figuresIn(printed)).toEqual(figuresIn(rows.printed));
  }, 120_000);
});

it("columns that are of another type in the database are named on the way", async () => {
  const engine = standIn({ tables: { t: deals } });
  const withIssue: Engines = {
    ...engine,
    async rollup(...asked) {
      const made = await engine.rollup(...asked);
      const { reading } = made.import;
      return { ...made, import: { ...made.import, reading: { ...reading, issues: [...reading.issues, { kind: "other-type", row: null, column: "Amount", found: 'CAST("Amount" AS DECIMAL(18, 4)) AS "Amount"', count: 1 }] } } as typeof made.import };
    },
  };
  const { told } = await salesbook(withIssue, "metrics", "--source", "postgres://crm@warehouse/sales", "--deal", "t");
  expect(told).toContain("t: Not used: the column “Amount” is of another type in the database");
}, 60_000);

it.each([
  [["?timeout=30", "--timeout", "900"], 900],
  [["?timeout=30"], 30],
  [[""], 600],
] as const)("a statement may take what is typed, else what the address says: %j", async ([option, ...words], seconds) => {
  const engine = standIn({ tables: { t: deals } });
  const given: Limits[] = [];
  const engines: Engines = { ...engine, connect: (url, limits) => { given.push(limits); return engine.connect(url, limits); } };
  await salesbook(engines, "metrics", "--source", `postgres://crm@warehouse/sales${option}`, "--deal", "t", ...words);
  expect(given.map((one) => one.seconds)).toEqual([seconds]);
}, 60_000);

it.each([[false, "lead=deals.parquet"], [true, "is known. Name the columns as a CRM does"]])("a table of which nobody can say what it is ends as a file does, said %s", async (isSaid, sentence) => {
  const unsure: Engines = { ...standIn(), rollup: (_, table) => Promise.reject(new UnsureTable(table, ["a", "b"], "lead", isSaid)) };
  mkdirSync(at("unsure"), { recursive: true });
  writeFileSync(join(at("unsure"), "deals.parquet"), "");
  const run = salesbook(unsure, "metrics", join(at("unsure"), "deals.parquet"));
  await expect(run).rejects.toThrow(InputError);
  await expect(run).rejects.toThrow(sentence.replace("lead=", `lead=${at("unsure")}/`));
});

describe("nothing is written", () => {
  const source = ["--source", "clickhouse://crm@warehouse:8123/sales", "--deal", "opportunities"];

  it.each(problemKinds)("when the engine ends with %s: one sentence in each language", async (kind) => {
    for (const language of languages) {
      const say = engineTextIn(language);
      const run = salesbook(standIn({ fails: { at: "rollup", kind } }), "metrics", ...source, "--lang", language);
      await expect(run).rejects.toThrow(new InputError(`${say.problems[kind]("crm@warehouse:8123/sales", "detail")} ${say.nothingWritten}`));
    }
  });

  it.each(["open", "rollup", "answer"] as const)("when the engine is gone at the step %s: the rollup before stays, and the engine is closed", async (step) => {
    copyFileSync(rollup, at("fresh.json"));
    const engine = standIn({ tables: { opportunities: deals }, fails: { at: step, kind: "lost" } });
    await expect(salesbook(engine, "rollup", ...source, "-o", at("fresh.json"))).rejects.toThrow("was lost in the middle");
    expect([readFileSync(at("fresh.json")).equals(readFileSync(rollup)), engine.closed(), drafts()]).toEqual([true, step === "open" ? 0 : 1, []]);
  }, 60_000);

  it("and the workbook stays to the byte when the engine is gone in the middle of a refresh", async () => {
    await salesbook(standIn(), "build", deals, "-o", at("stays.xlsx"), "--as-of", "2026-11-23", ...few);
    const before = readFileSync(at("stays.xlsx"));
    for (const step of ["open", "rollup", "answer"] as const) {
      const engine = standIn({ tables: { t: deals }, fails: { at: step, kind: "lost" } });
      await expect(salesbook(engine, "refresh", at("stays.xlsx"), "--source", "postgres://crm@warehouse/sales", "--deal", "t")).rejects.toThrow("was lost in the middle");
    }
    expect([readFileSync(at("stays.xlsx")).equals(before), drafts()]).toEqual([true, []]);
  }, 240_000);

  it.each([
    ["cut-off", (whole: string) => whole.slice(0, whole.length / 2)],
    ["newer", (whole: string) => whole.replace('"version":1', '"version":9')],
    ["damaged", (whole: string) => whole.replace('"eachOpen":true', '"eachOpen":1')],
    ["lengths", (whole: string) => whole.replace(/"count":(\d+)/, (_, count: string) => `"count":${Number(count) + 1}`)],
  ] as const)("from a rollup that is %s", async (problem, spoiled) => {
    await salesbook(standIn(), "build", rollup, "-o", at("spoiled.xlsx"), ...few);
    const before = readFileSync(at("spoiled.xlsx"));
    const bad = at(`${problem}.json`);
    writeFileSync(bad, spoiled(readFileSync(rollup, "utf8")));
    const refused = salesbook(standIn(), "refresh", at("spoiled.xlsx"), bad);
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow(text.rollup[problem](bad, problem === "damaged" ? "tables[0].groups.eachOpen" : problem === "lengths" ? "tables[0].columns" : "").split("“")[0]!);
    expect([readFileSync(at("spoiled.xlsx")).equals(before), drafts()]).toEqual([true, []]);
  }, 120_000);

  it("for a workbook that is not there", async () => {
    await expect(salesbook(standIn(), "rollup", deals, "-o", at("for.json"), "--for", at("none.xlsx"))).rejects.toThrow("none.xlsx could not be opened: there is no such file.");
  });

  it("where the disk is full, or over a file that is no rollup", async () => {
    const mine = at("package.json");
    writeFileSync(mine, '{"name":"mine"}');
    await expect(salesbook(standIn(), "rollup", deals, "-o", mine)).rejects.toThrow("is there already");
    expect(readFileSync(mine, "utf8")).toBe('{"name":"mine"}');
    const engines = standIn({ tables: { opportunities: deals } });
    await expect(salesbook(engines, "rollup", "--source", "clickhouse://crm@warehouse:8123/sales", "--deal", "opportunities", "-o", join(folder, "no", "where.json"))).rejects.toThrow("there is no such folder");
    // Not after an hour of grouping.
    expect(engines.calls).toEqual([]);
    expect(drafts()).toEqual([]);
  }, 120_000);
});

describe("the words", () => {
  it.each([
    [["rollup", "deals.csv"], "-o ROLLUP.json"],
    [["rollup", "deals.csv", "-o", "book.xlsx"], "must end in .json: book.xlsx"],
    [["build", "deals.csv", "-o", "book.json"], "must end in .xlsx: book.json"],
    [["build", "--deal", "t", "-o", "b.xlsx"], "--deal names a table of a database"],
    [["metrics", "--source", "clickhouse://h/d"], "Say which table"],
    [["metrics", "--source", "warehouse", "--deal", "t"], "does not say what it is"],
    [["metrics", "clickhouse://h/d"], "is no file"],
    [["metrics", "--source", "clickhouse://h/d", "--deal", "t", "--deal", "u"], "--deal is given more than once"],
    [["build", "deals.csv", "-o", "a.xlsx", "--output", "b.xlsx"], "--output is given more than once"],
    [["metrics", "deals.csv", "--timeout", "soon"], "no number of seconds"],
  ])("%j are refused", (words, said) => {
    expect(() => requestOf(words, voice)).toThrow(UsageError);
    expect(() => requestOf(words, voice)).toThrow(said);
  });

  it.each([
    ["--source", "clickhouse://crm:s3cret@h/d", "--deal", "t"], ["--source", "postgres://h/d?password=s3cret", "--deal", "t"], ["--source", "postgres://crm:s3/cret@h/d", "--deal", "t"],
    ["--source", "postgres://h/d", "--deal", "t", "--password", "s3cret"], ["--source", "postgres://h/d", "--deal", "t", "--password=s3cret"], ["clickhouse://crm:s3cret@h/d"],
  ])("with a password are refused without saying it: %s %s", (...words) => {
    let said = "";
    try {
      requestOf(["metrics", ...words], voice);
    } catch (error) {
      said = String(error);
    }
    expect(said).not.toBe("");
    expect(said).not.toContain("cret");
  });
});

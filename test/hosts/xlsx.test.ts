import { read } from "@e965/xlsx";
import { writeXlsx } from "../../src/hosts/xlsx/write";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { disagreements, spoil, cachedValues } from "../recalculate";
import { isInstalled } from "../office";
import { partsIn } from "./package";
import { awkwardTexts, samplePlan, sheet } from "./plans";
import { schemaErrors, schemasAbsent } from "./schema";

const languages = ["en", "zh-CN"] as const;

describe(schemasAbsent ? `NOT RUN, schemas of the standard: ${schemasAbsent}` : "schemas of the standard", () => {
  (schemasAbsent ? it.skip : it).each(languages)("allow every part of a workbook in %s", async (language) => {
    const { checked, unknown, errors } = await schemaErrors(await writeXlsxInNode(samplePlan(language)));
    expect(errors).toEqual([]);
    expect(unknown).toEqual(["docProps/core.xml"]);
    expect(checked.length).toBeGreaterThan(25);
  }, 60_000);

  (schemasAbsent ? it.skip : it)("refuse a part that is wrong", async () => {
    const plan = samplePlan();
    const [first] = plan.sheets;
    if (!first) throw new Error("no sheet");
    const wrong = { ...plan, sheets: [{ ...first, print: { ...first.print, orientation: "sideways" as "portrait" } }, ...plan.sheets.slice(1)] };
    expect((await schemaErrors(await writeXlsxInNode(wrong))).errors).toHaveLength(1);
  }, 60_000);
});

const noOffice = isInstalled("soffice") ? null : "no soffice";

describe(noOffice ? `NOT RUN, LibreOffice: ${noOffice}` : "LibreOffice", () => {
  (noOffice ? it.skip : it).each(languages)("computes the values we wrote in %s", async (language) => {
    expect(await disagreements(await writeXlsxInNode(samplePlan(language)))).toEqual([]);
  }, 240_000);
});

describe("writing", () => {
  it("gives the same bytes for the same plan", async () => {
    expect(Buffer.compare(await writeXlsx(samplePlan()), await writeXlsx(samplePlan()))).toBe(0);
    expect(Buffer.compare(await writeXlsxInNode(samplePlan()), await writeXlsxInNode(samplePlan()))).toBe(0);
  });

  it("gives the same parts in a browser and in Node", async () => {
    expect(partsIn(await writeXlsx(samplePlan()))).toEqual(partsIn(await writeXlsxInNode(samplePlan())));
  });

  it("keeps a text a text, whatever it looks like", async () => {
    const sheet = read(await writeXlsxInNode(samplePlan()), { dense: true, cellFormula: true }).Sheets["It's awkward"];
    const cells = awkwardTexts.map((_, at) => sheet?.["!data"]?.[at + 1]?.[1]);
    expect(cells.filter((cell) => cell && (cell.t !== "s" || cell.f !== undefined))).toEqual([]);
    expect(cells.map((cell) => cell?.v ?? "").slice(0, 10)).toEqual(awkwardTexts.slice(0, 10));
  });

  it("writes a value beside every formula", async () => {
    for (const [path, xml] of partsIn(await writeXlsxInNode(samplePlan()))) {
      if (path.startsWith("xl/worksheets/sheet")) expect(xml).not.toMatch(/<\/f><\/c>/);
    }
  });

  it("spoils every value beside a formula before LibreOffice sees it", async () => {
    const values = [...cachedValues(spoil(await writeXlsxInNode(samplePlan()))).values()];
    expect(values.length).toBeGreaterThan(80);
    expect(new Set(values)).toEqual(new Set([-987654321]));
  });

  it("makes a column of the user's as wide as what it holds", async () => {
    const note = "Call again on Monday about the offer";
    const plan = { ...samplePlan(), names: [], functions: [], sheets: [sheet({ id: "a", name: "A", columnWidths: [12], tables: [{ name: "T", kind: "mirror", key: ["k"], top: 0, left: 0, rows: 1, filter: false, style: "data", columns: [
      { name: "k", owner: "crm", format: "text", look: "plain", values: ["a"] }, { name: "Note", owner: "user", format: "general", look: "input", own: true, values: [note] },
    ] }] })] } as const;
    const xml = partsIn(await writeXlsxInNode(plan)).get("xl/worksheets/sheet1.xml") ?? "";
    expect([...xml.matchAll(/<col min="(\d+)" max="\d+" width="([\d.]+)"/g)].map(([, column, width]) => [column, Number(width) >= (column === "2" ? note.length : 12)])).toEqual([["1", true], ["2", true]]);
  });

  it("tells how many table rows are written", async () => {
    const seen: [number, number][] = [];
    await writeXlsxInNode(samplePlan(), { progress: (done, total) => seen.push([done, total]) });
    const [done, total] = seen.at(-1) ?? [0, -1];
    expect(done).toBe(total);
  });
});

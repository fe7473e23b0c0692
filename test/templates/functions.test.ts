// The help of the custom functions: complete, in both languages alike, with examples that hold, and found by those who search.

import { existsSync, readFileSync } from "node:fs";
import { posix, join } from "node:path";
import { functionIds, type FunctionId } from "../../src/functions/ids";
import { searchFunctions } from "../../src/functions/search";
import { functionHelpIn, refusalsOf } from "../../src/text/functions";
import { languages, type Language } from "../../src/text/language";
import { functionList } from "../../templates/functions/list";
import { assetsOf, functionAssets } from "../../templates/functions/make";
import { describedFunctions, type DescribedFunction } from "../../templates/functions/metadata";
import { evaluate } from "../functions/evaluate";
import type { Shown } from "../functions/call";

const base = "https://localhost:3000/";
const pages = functionIds.flatMap((id) => languages.map((language) => ({ id, language })));
let described: readonly DescribedFunction[];
let assets: ReadonlyMap<string, string>;

beforeAll(async () => {
  described = await describedFunctions();
  assets = await functionAssets(base);
});

describe.each(pages)("$id in $language", ({ id, language }) => {
  const path = `functions/${language}/${id}.html`;
  const help = () => functionHelpIn(language)[id];

  it("has a page that says everything the help says", () => {
    const text = textOf(page(path));
    const { formula, source, notes, example } = help();
    expect([...formula, source, ...notes, example.says, example.formula].filter((said) => !text.includes(said))).toEqual([]);
    expect(text).toContain(`=SALES.${id}(`);
  });

  it("has an example that computes", () => {
    const { example } = help();
    const computed = evaluate(example.formula, example.cells, language);
    expect(example.formula).toMatch(new RegExp(`^=SALES\\.${id}\\(`));
    expect(computed.map((row, at) => row.map((value, column) => asShown(value, example.result[at]?.[column])))).toEqual(example.result);
  });

  it("is found first by its name, and by each of its keywords", () => {
    const list = functionList(language, described);
    expect(searchFunctions(list, id)[0]?.id).toBe(id);
    expect(searchFunctions(list, `=sales.${id.toLowerCase()}(`)[0]?.id).toBe(id);
    const missed = help().keywords.split(/[\s,，、;；]+/).filter((word) => word !== "" && !searchFunctions(list, word).some((one) => one.id === id));
    expect(missed).toEqual([]);
  });
});

it("has two pages of the same structure for each function", () => {
  for (const id of [...functionIds, "index"]) {
    const [en, zh] = languages.map((language) => tagsOf(page(`functions/${language}/${id}.html`)));
    expect({ id, tags: zh }).toEqual({ id, tags: en });
  }
});

it("says in Chinese as much as in English", () => {
  for (const id of functionIds) {
    const counts = languages.map((language) => {
      const { formula, notes, example } = functionHelpIn(language)[id];
      return { id, formula: formula.length, notes: notes.length, cells: sizeOf(example.cells ?? []), result: sizeOf(example.result) };
    });
    expect(counts[1]).toEqual(counts[0]);
  }
});

it.each([["FUNCTIONS.md", "functions.json"], ["FUNCTIONS.zh-CN.md", "functions.zh-CN.json"]])("is listed in docs/%s as in its metadata", (name, metadata) => {
  const document = readFileSync(join(__dirname, "../../docs", name), "utf8");
  const { functions } = JSON.parse(assets.get(metadata)!) as { functions: { id: string; description: string; parameters: { name: string; optional?: boolean }[] }[] };
  const lines = functions.map(({ id, description, parameters }) => `| \`=SALES.${id}(${parameters.map((one) => (one.optional ? `[${one.name}]` : one.name)).join(", ")})\` | ${description} |`);
  expect(lines.filter((line) => !document.includes(line))).toEqual([]);
});

it("leaves nothing unfilled on a page", () => {
  const left = htmlPages().flatMap(([path, html]) => (textOf(html).match(/\{\w+\}|undefined|NaN|\bnull\b|\[object/g) ?? []).map((found) => `${path}: ${found}`));
  expect(left).toEqual([]);
});

it("has a sentence for each refusal of a function", () => {
  for (const { id, language } of pages) {
    const [, table = ""] = /<table class="errors">[^]*?<\/thead>([^]*?)<\/table>/.exec(page(`functions/${language}/${id}.html`)) ?? [];
    const sentences = [...table.matchAll(/<td>(.*?)<\/td>/g)].map(([, sentence]) => sentence);
    expect(new Set(sentences).size).toBe(refusalsOf(id).length);
    expect(sentences.filter((sentence) => !/[.。]$/.test(sentence!))).toEqual([]);
  }
});

it("links only to what is there", () => {
  const broken = htmlPages().flatMap(([path, html]) =>
    [...html.matchAll(/ (?:href|src)="([^"#]+)"/g)].map(([, link]) => posix.join(posix.dirname(path), link!)).filter((target) => !isThere(target)).map((target) => `${path}: ${target}`));
  expect(broken).toEqual([]);
});

it("has no inline style or script, and forbids them", () => {
  for (const [path, html] of htmlPages()) {
    expect({ path, found: html.match(/<style|<script(?![^>]* src=)[^>]*>| style=| on\w+=|javascript:/g) }).toEqual({ path, found: null });
    expect(html).toContain("default-src 'none'; style-src 'self'; script-src");
  }
});

it("escapes what it is given", () => {
  const strange = described.map((one) => ({ ...one, description: `<b>"${one.id}" & 'more'</b>` }));
  expect(assetsOf(strange, base).get(`functions/en/${functionIds[0]}.html`)).toContain(`<p class="lead">&lt;b&gt;&quot;${functionIds[0]}&quot; &amp; &#39;more&#39;&lt;/b&gt;</p>`);
});

it("has its metadata point to pages that are there", () => {
  for (const name of ["functions.json", "functions.zh-CN.json"]) {
    const { functions } = JSON.parse(assets.get(name)!) as { functions: { id: FunctionId; helpUrl: string }[] };
    expect(functions.map(({ id }) => id)).toEqual(functionIds);
    expect(functions.filter(({ helpUrl }) => !helpUrl.startsWith(base) || !assets.has(helpUrl.slice(base.length)))).toEqual([]);
  }
});

it("shows the name with LAMBDA of a function, or why there is none", () => {
  expect(assets.get("functions/en/LTVCAC.html")).toContain("=LAMBDA(ltv,cac,");
  expect(assets.get("functions/zh-CN/CLV.html")).toContain("没有脱离加载项的版本");
});

describe("the search", () => {
  const found = (query: string, language: Language = "en") => searchFunctions(functionList(language, described), query).map(({ id }) => id);

  it("gives all in their order for nothing", () => expect(found(" ")).toEqual(functionIds));
  it("puts names that begin so first", () => expect(found("ltv").slice(0, 2)).toEqual(["LTV", "LTVCAC"]));
  it("reads words in any case, wide letters, and several of them", () => expect(found("ＣＵＳＴＯＭＥＲ acquisition")[0]).toBe("CAC"));
  it("wants every word to fit", () => expect(found("ltv zebra")).toEqual([]));
  it("finds Chinese words on English pages and English words on Chinese ones", () => {
    expect(found("获客成本")).toContain("CAC");
    expect(found("accelerator", "zh-CN")).toContain("BONUS");
  });
  it("finds Chinese words with others between", () => expect(found("客户价值", "zh-CN")).toContain("LTV"));
  it("finds by the name of a parameter, or a word of it", () => {
    expect(found("revenuePerPeriod")).toContain("PAYBACK");
    expect(found("margin")).toContain("LTV");
    expect(found("起付线", "zh-CN")).toContain("BONUS");
  });
});

function page(path: string): string {
  const html = assets.get(path);
  if (html === undefined) throw new Error(`no page: ${path}`);
  return html;
}

function htmlPages(): [string, string][] {
  return [...assets].filter(([path]) => path.endsWith(".html"));
}

function isThere(target: string): boolean {
  return assets.has(target) || existsSync(join(__dirname, "../../src/taskpane", target));
}

/** What a reader sees, with what was escaped as it was. */
function textOf(html: string): string {
  const text = html.replace(/<[^>]*>/g, "");
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

/** The tags in their order, without the blanks of sentences and places where a word may break, which differ by language. */
function tagsOf(html: string): readonly (string | undefined)[] {
  return [...html.replace(/<var>[^<]*<\/var>|<wbr>/g, "").matchAll(/<(\/?\w+)/g)].map(([, tag]) => tag);
}

function sizeOf(rows: readonly (readonly unknown[])[]): readonly number[] {
  return rows.map((row) => row.length);
}

/** A computed value as the help shows it: rounded to the decimals shown, else equal to six digits; an error by its code alone. */
function asShown(value: Shown, shown: Shown | undefined): Shown {
  if (typeof value === "string" && (shown === "#N/A" || shown === "#VALUE!")) return value.startsWith(`${shown} `) ? shown : value;
  if (typeof value !== "number" || typeof shown !== "number") return value;
  const decimals = /\.(\d+)$/.exec(String(shown))?.[1]?.length ?? 0;
  const isSame = decimals > 0 ? Math.abs(value - shown) <= 0.5000001 * 10 ** -decimals : Number(value.toPrecision(6)) === Number(shown.toPrecision(6));
  return isSame ? shown : value;
}

// What a rule is compared with: formulas that read the cell again, and what they make of it now.

import { reference } from "../../../src/formula/term";
import { comparedWith } from "../../../src/metrics/rules/compared";
import type { Operator } from "../../../src/metrics/rules/condition";
import type { readingKindOf } from "../../../src/metrics/rules/live";
import type { CellValue } from "../../../src/values";

const of = (operator: Operator, kind: ReturnType<typeof readingKindOf>, given: CellValue) => comparedWith(operator, kind, reference("V1", given));

it("makes ready what is compared with", () => {
  expect(of("is not blank", "equal", "x")).toMatchObject({ first: { text: '""', value: "" }, second: { text: '""', value: "" } });
  expect(of("<=", "figure", 5).first).toMatchObject({ text: 'IF(ISNUMBER(V1),V1,"")', value: 5 });
  expect(of(">", "figure", "many").first.value).toBe("");
  expect(of("contains", "words", "  Two Words ").first).toMatchObject({ text: "LOWER(TRIM(V1))", value: "two words" });
  expect(of("=", "equal", " Web ").first).toMatchObject({ text: 'IF(TRIM(V1)="","","|"&LOWER(TRIM(V1))&"|")', value: "|web|" });
  expect(of("=", "equal", null).first.value).toBe("");
});

it("knows yes and no in any words", () => {
  const flag = of("=", "flag", "是").first;
  expect(flag).toMatchObject({ value: "|yes|", text: 'IF(TRIM(V1)="","",IF(ISNUMBER(FIND("|"&LOWER(TRIM(V1))&"|","|true|yes|y|是|有|真|对|✓|")),"|yes|",IF(ISNUMBER(FIND("|"&LOWER(TRIM(V1))&"|","|false|no|n|否|无|没有|假|错|✗|")),"|no|","|"&LOWER(TRIM(V1))&"|")))' });
  expect(["N", "maybe", null, "√", "ｎｏ"].map((word) => of("=", "flag", word).first.value)).toEqual(["|no|", "|maybe|", "", "|yes|", "|no|"]);
});

describe("a list", () => {
  const first = (given: CellValue) => of("in", "equal", given).first;
  it("is what stands between separators of either language, or on lines of its own, without what is empty", () => {
    expect(["A; B，c、D,e；F\nG", "a ;b", "a;;;;b;", ";a b; ;", "", " ;, ", 5].map((given) => first(given).value)).toEqual(["|a|b|c|d|e|f|g|", "|a|b|", "|a|b|", "|a b|", "", "", "|5|"]);
  });
  it("has a formula that drops what is empty", () => {
    const barred = ["；", "、", "，", ",", ";"].reduce((text, mark) => `SUBSTITUTE(${text},"${mark}","|")`, "LOWER(TRIM(V1))");
    const tight = `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${barred},CHAR(10),"|"),"| ","|")," |","|")`;
    expect(first("a").text).toBe(`SUBSTITUTE("|"&SUBSTITUTE(SUBSTITUTE(TRIM(SUBSTITUTE(SUBSTITUTE(${tight}," ",CHAR(10)),"|"," "))," ","|"),CHAR(10)," ")&"|","||","")`);
  });
});

describe("a text that formulas read otherwise than the rule language", () => {
  it("stands beside what it says", () => {
    expect(of("contains", "words", "ＶＰ \"x\"").first).toMatchObject({ value: 'vp "x"', text: 'IF(EXACT(V1,"ＶＰ ""x"""),"vp ""x""",LOWER(TRIM(V1)))' });
    // A number of its own, joined by Excel: with decimal commas the reading beside it has one too.
    expect(of("=", "equal", "5%").first).toMatchObject({ value: "|0.05|", text: expect.stringMatching(/^IF\(EXACT\(V1,"5%"\),"\|"&0\.05&"\|",IF\(/) });
    expect(of("in", "equal", "1,000;5,000").first.value).toBe("|1000|5000|");
    expect(of("=", "equal", "　").first.value).toBe("");
  });
  it("stands in pieces where it is long, and not at all where a formula has no room", () => {
    const text = (length: number) => of("=", "equal", `Ａ${"b".repeat(length - 1)}`).first;
    expect(text(600).value).toBe(`|a${"b".repeat(599)}|`);
    expect(Math.max(...[...text(600).text.matchAll(/"[^"]*"/g)].map(([piece]) => piece.length))).toBe(252);
    expect(text(1_001).text).not.toContain("EXACT");
  });
});

describe("a range", () => {
  const range = (given: CellValue) => { const { first, second } = of("between", "figure", given); return [first.value, second.value]; };
  it("is two numbers, percentages or days", () => {
    expect(["1;2", "1；2", "1至2", "1~2", "1～2", "1、2", " -1.5 ; 2 ", "5%;1,000", "2026-01-01;2026-03-31"].map(range)).toEqual([...new Array(6).fill([1, 2]), [-1.5, 2], [0.05, 1000], [46023, 46112]]);
    expect(["5", null, 5, "a;2", "1;2;3", "1,5;3", "01/02/2026;5", `1;${"2".repeat(100)}`].map(range)).toEqual([["", ""], ["", ""], ["", ""], ["", 2], ["", ""], [1.5, 3], ["", 5], ["", ""]]);
  });
  it("has formulas that read whole numbers, and what else is typed now as it stands", () => {
    const parted = ["；", "至", "~", "～", "、"].reduce((text, separator) => `SUBSTITUTE(${text},"${separator}",";")`, "V1");
    const [low, high] = [`IFERROR(VALUE(LEFT(${parted},FIND(";",${parted})-1)),"")`, `IFERROR(VALUE(MID(${parted},FIND(";",${parted})+1,50)),"")`];
    const texts = (given: CellValue) => { const { first, second } = of("between", "figure", given); return [first.text, second.text]; };
    expect(texts("1;2")).toEqual([low, high]);
    expect(texts("0.5;")).toEqual([`IF(EXACT(V1,"0.5;"),"",${low})`, `IF(EXACT(V1,"0.5;"),"",${high})`]);
    expect(texts("5%;0.1")).toEqual([`IF(EXACT(V1,"5%;0.1"),0.05,${low})`, `IF(EXACT(V1,"5%;0.1"),0.1,${high})`]);
    expect(texts("9".repeat(101))[0]).toBe(`IF(LEN(V1)>100,"",${low})`);
  });
});

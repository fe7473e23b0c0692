import { issueKinds, type Issue } from "../../src/crm/reading";
import { languageOf, languages, textIn } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";

const issue: Omit<Issue, "kind"> = { row: 12, column: "Amount", found: "n/a", count: 3 };

it("says what, where and what to do for every kind of issue in both languages", () => {
  for (const language of languages) {
    const text = textIn(language);
    for (const kind of issueKinds) {
      const said = text.issues[kind]({ ...issue, kind });
      expect(said).toMatch(language === "en" ? /^[A-Z].*\.$/ : /。$/);
      expect(said).not.toMatch(/undefined|null|NaN/);
    }
  }
});

it("reads well for one cell and for many", () => {
  const { issues } = textIn("en");
  expect(issues.unreadable({ ...issue, kind: "unreadable" })).toBe(
    "Could not be read, so empty here: 3 cells in “Amount” (first in line 12, “n/a”). Correct the export, or choose another field for the column.",
  );
  expect(issues.footer({ kind: "footer", row: 9, column: null, found: null, count: 1 })).toBe("Report footer under the table, left out: 1 row (line 9).");
  expect(textIn("zh-CN").issues.unreadable({ ...issue, kind: "unreadable" })).toBe("无法读取，已按空值处理：“Amount”列 3 个单元格（首见于第 12 行，“n/a”）。请更正导出文件，或为该列另选字段。");
});

it("has no sentence in Chinese that was left in English", () => {
  const english = leaves(textIn("en"));
  const same = [...leaves(textIn("zh-CN"))].filter(([path, said]) => english.get(path) === said && /[a-z]{3}/.test(said));
  expect(same.map(([path]) => path).filter((path) => !/^(crms\.|setup\.papers|pane\.(product|data\.pasteHere))|\.(id|phase)$/.test(path))).toEqual([]);
});

it("has no phrase of a sheet in Chinese that was left in English", () => {
  const english = leaves(wholeTextIn("en"));
  const same = [...leaves(wholeTextIn("zh-CN"))].filter(([path, said]) => english.get(path) === said && /[a-z]{2,} [a-z]{2,}/i.test(said.replace(/\{[^}]*\}/g, "")));
  expect(same.map(([path, said]) => `${path}: ${said}`).filter((line) => !/^(crms|scoring\.known)/.test(line))).toEqual([]);
});

it.each([["zh-CN", "zh-CN"], ["zh-Hant-TW", "zh-CN"], ["zh", "zh-CN"], ["en-GB", "en"], ["de", "en"]])("speaks to a browser in %s in %s", (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

function leaves(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  if (typeof value !== "object" || value === null) return new Map();
  return new Map(Object.entries(value).flatMap(([name, inner]) => [...leaves(inner, path === "" ? name : `${path}.${name}`)]));
}

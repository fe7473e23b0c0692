import type { ObjectKind } from "../../src/crm/reading";
import { objects } from "../../src/crm/reading";
import { chosenAgain, chosenAtFirst, chosenSheets, isServed } from "../../src/sheets/chosen";
import { languages, textIn } from "../../src/text/language";
import { requestOf } from "../../src/cli/arguments";
import { voiceIn } from "../../src/cli/voice";
import { UsageError } from "../../src/cli/usage-error";

it.each<[ObjectKind, readonly string[], readonly string[]]>([
  ["deal", ["dashboard", "funnel", "gates", "team", "review"], ["scoring", "health", "value"]],
  ["lead", ["scoring", "scoringReview"], ["health", "team", "bonus"]],
  ["account", ["health"], ["scoring", "bonus"]],
  ["order", ["value", "loyalty"], ["scoring", "bonus"]],
  ["rep", ["team", "bonus", "coaching"], ["scoring", "health"]],
])("chooses at first what a table of %s serves", (object, chosen, not) => {
  const first = chosenAtFirst(new Set([object]));
  expect([chosen.filter((id) => !first.some((one) => one === id)), not.filter((id) => first.some((one) => one === id))]).toEqual([[], []]);
});

it("chooses nothing at first that cannot be built, but for those a dashboard's reader would miss", () => {
  for (const object of objects) expect(chosenAtFirst(new Set([object])).filter((id) => !isServed(id, new Set([object])) && id !== "dashboard" && id !== "funnel")).toEqual([]);
});

it("gives every sheet a name of its own that Excel takes, in each language", () => {
  for (const language of languages) {
    const names = chosenSheets.map((id) => textIn(language).sheets[id].name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.length > 31 || /[[\]:*?/\\]/.test(name))).toEqual([]);
  }
});

describe("--sheets", () => {
  const sheetsOf = (words: string) => requestOf(["build", "x.csv", "-o", "y.xlsx", "--sheets", words], voiceIn("en", () => undefined))?.sheets;

  it("takes the names as words with hyphens, and all", () => {
    expect(sheetsOf("bonus, win-loss,scoring-review")).toEqual(["bonus", "winLoss", "scoringReview"]);
    expect(sheetsOf("all")).toEqual(chosenSheets);
  });

  it("names those there are for a word that is none", () => {
    expect(() => sheetsOf("winLoss")).toThrow(UsageError);
    expect(() => sheetsOf("winLoss")).toThrow("win-loss");
  });
});

describe("the sheets of a refresh", () => {
  const again = (...ids: readonly string[]) => chosenAgain(new Set(ids));

  it("are those the workbook has, but for one that was deleted", () => {
    expect(again("deal", "dashboard", "goals")).toContain("goals");
    expect(again("deal", "dashboard")).not.toContain("goals");
    expect(again("deal", "dashboard")).not.toContain("gates");
  });

  it("are also those that could not be there, having nothing to be made from", () => {
    expect(again("deal", "dashboard")).toEqual(expect.arrayContaining(["scoring", "health", "value"]));
  });
});

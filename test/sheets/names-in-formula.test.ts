import { codeOf, namingColumn, namingSheet, namingWord } from "../../src/sheets/names-in-formula";

const word = (name: string) => (formula: string) => namingWord(name)(codeOf(formula));

it.each([
  ["ROWS(Activities)", true], ["SUM(activities[Amount])", true], ["1+Activities", true],
  ["Deals[Activities]", false], ["Deals[[#This Row],[Next activities]]", false], ["[@[Next activities]]", false],
  ["\"Activities\"", false], ["MyActivities+Activities2", false], ["Activities!A1", false], ["ACTIVITIES(1)", false],
])("a table is named in %s: %s", (formula, is) => {
  expect(word("Activities")(formula)).toBe(is);
});

it.each([
  ["Goals!A1", true], ["'goals'!A1", true], ["SUM(Goals:Setup!A1)", true], ["Goals[Target]", false], ["'My Goals'!A1", false], ["\"Goals!A1\"", false],
])("a sheet is named in %s: %s", (formula, is) => {
  expect(namingSheet("Goals")(codeOf(formula))).toBe(is);
});

it("a column is named with its table only", () => {
  const isNamed = namingColumn("Deals", "Amount [net]");
  expect(["SUM(Deals[Amount '[net']])", "SUM(Other[Amount '[net']])", "SUM(Deals[Amount])"].map(isNamed)).toEqual([true, false, false]);
});

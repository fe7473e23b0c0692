import { outcomeOfWord } from "../../src/crm/outcome";

it.each([
  ["Dropped", "lost"], ["6. Withdrawn", "lost"], ["No-go", "lost"], ["Unsuccessful", "lost"],
  ["Contract signed", "won"], ["Awarded", "won"],
  ["Drop-in demo", null], ["Contract sent", null], ["Go / no go", null],
])("takes the stage %s of a list of one's own for %s", (word, outcome) => {
  expect(outcomeOfWord(word)).toBe(outcome);
});

// Sentences that send someone to a button call it as it is called.

import { languages, textIn } from "../../src/text/language";

it.each(languages)("a blank under a merged cell names the answer that fills it down: %s", (language) => {
  const { issues: said, pane } = textIn(language);
  expect(said["merged-blanks"]({ kind: "merged-blanks", row: 4, column: "Stage", found: null, count: 2 })).toContain(pane.check.fill);
});

it("several currencies are told as the pane tells them", () => {
  expect(textIn("en").issues.currencies({ kind: "currencies", row: null, column: "Currency", found: "EUR, USD", count: 9 })).toContain("type their rates on Setup");
});

// Texts with * ? ~ stand for themselves.

import { asItself, asItselfAmong, escaped, hasWildcard } from "../../src/formula/wildcards";

it("escapes the signs that are wildcards", () => {
  expect(escaped("a~b*c?")).toBe("a~~b~*c~?");
  expect(asItself("A1")).toBe('SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(A1,"~","~~"),"*","~*"),"?","~?")');
});

it("leaves a formula as it is where no text has one", () => {
  expect(asItselfAmong("A1", ["a", null, 5])).toBe("A1");
  expect(asItselfAmong("A1", ["a", "b?"])).toBe(asItself("A1"));
  expect(["*", "?", "~", "a"].map(hasWildcard)).toEqual([true, true, true, false]);
});

import { sameFormula } from "../../../src/hosts/office/same-formula";

it("knows Excel's short form of several cells of the same row", () => {
  expect(sameFormula("COUNTIFS(T[[#This Row],[A]:[B]],\"<>\")", "COUNTIFS(T[@[A]:[B]], \"<>\")")).toBe(true);
  expect(sameFormula("SUM(T[[#This Row],[A]:[B]])", "SUM(T[@[A]:[C]])")).toBe(false);
});

import { literal, reference } from "../../src/formula/term";
import { grade, gradeOf, sortedThresholds } from "../../src/metrics/lead-grade";

const thresholds = sortedThresholds([
  { label: "warm", minimum: 50, isIncluded: true }, { label: "cold", minimum: 0, isIncluded: true }, { label: "hot", minimum: 50, isIncluded: false },
]);

it.each([[51, "hot"], [50, "warm"], [49, "cold"], [0, "cold"], [-1, null]])("grades %d as %p", (score, label) => {
  expect(gradeOf(score, thresholds)).toBe(label);
  expect(grade(literal(score), thresholds).value).toBe(label ?? "");
});

it("asks from the highest grade down, above before from", () => {
  expect(grade(reference("S1", 50), thresholds).text).toBe('IF(S1>50,"hot",IF(S1>=50,"warm",IF(S1>=0,"cold",NA())))');
});

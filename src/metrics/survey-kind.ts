// What does each survey measure, and on which scale?

import type { CellValue } from "../values";

export const surveyMeasures = ["nps", "csat", "other"] as const;
export type SurveyMeasure = (typeof surveyMeasures)[number];

/** A survey by its name, with what its answers say of its scale. */
interface SurveyKind {
  /** "" for answers whose survey has no name. */
  readonly kind: string;
  readonly measure: SurveyMeasure;
  readonly answers: number;
  /** The best answer of the scale. */
  readonly best: number;
  /** The least answer that counts as satisfied: the best two of a short scale. */
  readonly satisfiedFrom: number;
}

/** Best answers of the usual scales, and from where on they are satisfied: top two boxes, or 80 of 100. */
const scales = [{ best: 1, from: 0.8 }, { best: 5, from: 4 }, { best: 7, from: 6 }, { best: 10, from: 9 }, { best: 100, from: 80 }] as const;

/** The surveys in the order of their first answer; names that differ only in case are one. */
export function surveyKinds(kinds: readonly CellValue[] | null, scores: readonly CellValue[]): readonly SurveyKind[] {
  const found = new Map<string, { kind: string; scores: number[] }>();
  scores.forEach((score, row) => {
    const kind = String(kinds?.[row] ?? "").trim();
    const one = found.get(kind.toLowerCase()) ?? { kind, scores: [] };
    found.set(kind.toLowerCase(), one);
    if (typeof score === "number") one.scores.push(score);
  });
  return [...found.values()].map(({ kind, scores: given }) => judged(kind, given));
}

/** By its name; else by its answers: with a 0 up to 10 it asks for a recommendation, else for satisfaction. */
function judged(kind: string, scores: readonly number[]): SurveyKind {
  const [least, most] = scores.reduce(([low, high], score) => [Math.min(low, score), Math.max(high, score)], [Infinity, -Infinity]);
  const scale = scales.find(({ best }) => most <= best) ?? scales[scales.length - 1]!;
  const common = { kind, answers: scores.length, best: scale.best, satisfiedFrom: scale.from };
  if (/nps|promoter|recommend|推荐/i.test(kind)) return { ...common, measure: "nps", best: 10, satisfiedFrom: 9 };
  if (/c-?sat|satisf|满意/i.test(kind)) return { ...common, measure: "csat" };
  if (scores.length === 0 || most > 100 || least < 0 || /\bces\b|effort|费力/i.test(kind)) return { ...common, measure: "other" };
  return { ...common, measure: least === 0 && most <= 10 && most > 5 ? "nps" : "csat" };
}

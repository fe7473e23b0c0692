// What do stages ask for before anyone has typed it? The article's five stages, and those CRMs come with, by their meaning.

import { stageKey } from "../../crm/outcome";
import type { GateOperator } from "../../metrics/gate-checks";
import type { FunnelStage } from "../../metrics/model";
import type { WholeText } from "../../text/whole";

type Asked = keyof WholeText["gates"]["asked"];
export type Gate = keyof WholeText["gates"]["gate"];

/** What a criterion asks, and the field of a deal that proves it where the export has one. */
interface Seed {
  readonly asked: Asked;
  readonly field?: string;
  readonly operator?: GateOperator;
  readonly value?: number;
}

/** The article's stages are prospect, needs, demo, negotiate and close; between them lie those of the CRMs. */
type Meaning = "prospect" | "qualify" | "needs" | "value" | "deciders" | "demo" | "proposal" | "negotiate" | "contract" | "close";

const contact: Seed = { asked: "contact", field: "contact", operator: "filled" };
const amount: Seed = { asked: "amount", field: "amount", operator: "above", value: 0 };
const product: Seed = { asked: "product", field: "product", operator: "filled" };
const step: Seed = { asked: "agreedStep", field: "nextStep", operator: "filled" };
const due: Seed = { asked: "notPast", field: "due", operator: "notPast" };

/** Source: the article, challenge 2 (entry and exit of the presentation are its own words); product research §9 for the CRMs' stages. */
const seeds: Readonly<Record<Meaning, Readonly<Record<Gate, readonly Seed[]>>>> = {
  prospect: { entry: [{ asked: "customer", field: "account", operator: "filled" }, { asked: "source", field: "source", operator: "filled" }], exit: [contact] },
  qualify: { entry: [contact], exit: [{ asked: "budget" }, amount] },
  needs: { entry: [{ asked: "talk", field: "lastActivity", operator: "filled" }], exit: [{ asked: "need" }, { asked: "close", field: "due", operator: "filled" }] },
  value: { entry: [{ asked: "need" }], exit: [product] },
  deciders: { entry: [{ asked: "deciders" }], exit: [{ asked: "decided" }, step] },
  demo: { entry: [{ asked: "need" }, amount], exit: [{ asked: "accepted" }, product] },
  proposal: { entry: [{ asked: "offer" }, product, amount], exit: [{ asked: "answered" }, step] },
  negotiate: { entry: [{ asked: "accepted" }, due, step], exit: [{ asked: "terms" }, { asked: "competitor", field: "competitor", operator: "filled" }] },
  contract: { entry: [{ asked: "terms" }, due], exit: [{ asked: "signed" }] },
  close: { entry: [{ asked: "signed" }, { asked: "finalAmount" }], exit: [{ asked: "handOver" }] },
};

/** Tried in this order on a stage's name without numbers and signs. */
const meanings: readonly (readonly [Meaning, RegExp])[] = [
  ["contract", /contract|signing|合同|签约|定金/],
  ["negotiate", /negotiat|commit|verhandl|^close|^abschl|谈判|协商|结束|检验/],
  ["value", /value|价值/],
  ["deciders", /decision|decider|boughtin|决策/],
  ["proposal", /propos|quot|offer|angebot|报价|提案|建议/],
  ["demo", /demo|present|perception|trial|pilot|evaluat|演示|方案|认知|感性|试用/],
  ["needs", /need|analysis|discover|develop|requirement|entwickel|需求|开发|清单/],
  ["prospect", /prospect|lead|^new|appoint|初步|初次|线索|潜在|发掘|发现|勘探|预期|新建|创建|约会/],
  ["qualify", /quali|contact|engag|meeting|资格|验证|评价|限定|接洽|沟通|联系/],
];

/** By position where the name says nothing. */
const inOrder: readonly Meaning[] = ["prospect", "needs", "demo", "negotiate"];

/** Criteria of a stage in their order; none for a lost one. `place` counts the open stages from 0. */
export function seedsOf({ stage, outcome }: FunnelStage, place: number, openStages: number): readonly (Seed & { readonly gate: Gate })[] {
  if (outcome === "lost") return [];
  const asked = seeds[outcome === "won" ? "close" : meaningOf(stage, place, openStages)];
  return (["entry", "exit"] as const).flatMap((gate) => asked[gate].map((seed) => ({ ...seed, gate })));
}

function meaningOf(stage: string, place: number, openStages: number): Meaning {
  const key = stageKey(stage);
  const named = meanings.find(([, pattern]) => pattern.test(key))?.[0];
  return named ?? inOrder[Math.min(inOrder.length - 1, Math.floor((place * inOrder.length) / Math.max(1, openStages)))] ?? "prospect";
}

// Deals by the hundred, the same ones each time: every field filled now and then, some names that look like formulas or conditions.

import { dayOfIso, isoOf, type Day } from "../../src/values";
import type { MadeDeal, Making } from "./made";

const asOf = "2026-11-23";
const oddStages = ["A*", "=1+1", "00123", ">5", "Interested?", "true"];
const plainStages = ["Qualification", "Needs analysis", "Proposal", "Negotiation"];

interface Many {
  readonly deals: number;
  readonly stages: number;
  readonly reps: number;
  /** Names that Excel would read as something else. */
  readonly odd?: boolean;
  readonly history?: boolean;
}

export function many({ deals: count, stages, reps, odd = false, history = false }: Many): Making {
  const next = random(7);
  const whole = (below: number) => Math.floor(next() * below);
  const now = dayOfIso(asOf) ?? 0;
  const iso = (day: number) => isoOf(Math.min(day, now) as Day);
  const names = Array.from({ length: stages }, (_, index) => (odd ? oddStages : plainStages)[index] ?? `Stage ${index + 1}`);
  const moves: { deal: string; to: string; on: string }[] = [];
  const deals = Array.from({ length: count }, (_, index): MadeDeal => {
    const id = `${odd && index % 3 === 0 ? "D*" : "D"}${index}`;
    const created = now - whole(500);
    const outcome = (["won", "won", "lost", "open", "open"] as const)[whole(5)] ?? "open";
    const closed = created + 10 + whole(120);
    const at = whole(stages);
    const last = outcome === "open" ? at : stages - 1;
    names.slice(0, last + 1).forEach((to, place) => { if (next() > 0.1) moves.push({ deal: id, to, on: iso(created + 3 * place) }); });
    if (outcome !== "open") moves.push({ deal: id, to: outcome === "won" ? "Closed Won" : "Closed Lost", on: iso(closed) });
    const common = { id, name: `Deal ${index}`, owner: odd && index % 7 === 0 ? "=cmd|' /C calc'!A0" : `Rep ${whole(reps)}`, amount: next() < 0.05 ? null : whole(1e6) / 10, created: iso(created) };
    if (outcome !== "open") return { ...common, outcome, stage: outcome === "won" ? "Closed Won" : "Closed Lost", closed: iso(closed) };
    return { ...common, stage: names[at] ?? "", due: isoOf((now - 60 + whole(300)) as Day), stageSince: iso(created + whole(100)), lastActivity: isoOf((now - whole(80)) as Day) };
  });
  return {
    asOf, deals, reps: ["Nobody"], ...(history ? { moves } : {}),
    stages: [
      ...names.map((stage, index) => [stage, "open", { targetConversion: 0.8, probability: (index + 1) / (stages + 1) }] as const),
      ["Closed Won", "won"], ["Closed Lost", "lost"],
    ],
  };
}

function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

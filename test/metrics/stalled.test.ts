import { is } from "../../src/formula/criteria";
import { literal, reference, type Figure } from "../../src/formula/term";
import { overdueDeals, stalledAt, stalledDeals } from "../../src/metrics/stalled";
import type { Making } from "../sheets/made";
import { asked } from "./asked";
import { dealModel, inGroups } from "./deal-model";

const making: Making = {
  asOf: "2026-06-30",
  stages: [["Lead", "open", { longestStay: 30 }], ["Offer", "open", { longestStay: null }], ["Trial", "open", { longestStay: 60 }], ["Won", "won"], ["Lost", "lost"]],
  deals: [
    { stage: "Lead", owner: "Ann", stageSince: "2026-05-31" }, // 30 days: within its limit
    { stage: "Lead", owner: "Ann", stageSince: "2026-05-30", due: "2026-06-29" }, // 31 days
    { stage: "Trial", owner: "Bo", stageSince: "2026-04-30", due: "2026-06-30" }, // 61 days
    { stage: "Trial", owner: "Bo", stageSince: "2026-05-01" }, // 60 days
    { stage: "Offer", owner: "Bo", stageSince: "2020-01-01" }, // no limit
    { stage: "Lead", owner: "Bo" }, // of unknown age
    { stage: "Lead", owner: "Bo", outcome: "won", stageSince: "2020-01-01", due: "2020-01-01" }, // closed
  ],
};
const of = (more: Partial<Making> = {}) => dealModel({ ...making, ...more });
const ownedBy = (model: ReturnType<typeof of>, name: string) => is(model.deals.columns.owner, literal(name));
const since = "Deals[In stage since]";
const longest = "Stages[Longest stay in days]";

it("counts open deals longer in their stage than its limit, one comparison for all stages", () => {
  const model = of();
  expect(stalledDeals(model)).toMatchObject({ value: 2, array: true, text: `SUMPRODUCT(COUNTIFS(Deals[Outcome],"Open",Deals[Stage],Stages[Stage],${since},"<"&(AsOf-IF(${longest}="",1E+6,${longest}))))` });
  expect(stalledDeals(model, ownedBy(model, "Ann"))).toMatchObject({ value: 1, text: `SUMPRODUCT(COUNTIFS(Deals[Outcome],"Open",Deals[Owner],"Ann",Deals[Stage],Stages[Stage],${since},"<"&(AsOf-IF(${longest}="",1E+6,${longest}))))` });
});

it("compares row by row where a criterion or a stage reads as a condition", () => {
  const model = of();
  const limits = `ISNUMBER(${since})*(${since}<AsOf-TRANSPOSE(IF(${longest}="",1E+6,${longest})))`;
  expect(stalledDeals(model, ownedBy(model, "Bo"), ownedBy(model, "B*"))).toMatchObject({ value: 0, array: true, text: `SUMPRODUCT((Deals[Outcome]="Open")*(Deals[Owner]="Bo")*(Deals[Owner]="B*")*(Deals[Stage]=TRANSPOSE(Stages[Stage]))*${limits})` });
  const odd = of({ stages: [["Lead", "open", { longestStay: 30 }], [">5", "open"]] });
  expect(stalledDeals(odd)).toMatchObject({ value: 1, array: true, text: `SUMPRODUCT((Deals[Outcome]="Open")*(Deals[Stage]=TRANSPOSE(Stages[Stage]))*${limits})` });
});

it("is zero where there are no stages", () => {
  expect(stalledDeals(of({ stages: [] }))).toMatchObject({ value: 0, text: "0" });
});

it("is unknown in a stage without a limit, or with deals of unknown age alone, and zero in an empty one", () => {
  const model = of({ stages: [...making.stages, ["Idle", "open", { longestStay: 9 }], ["New", "open", { longestStay: 9 }]], deals: [...making.deals, { stage: "New" }] });
  const at = (stage: string, here: number) => stalledAt(model, literal(stage), reference<Figure>("H1", here));
  expect([at("Lead", 3).value, at("Offer", 1).value, at("New", 1).value, at("Idle", 0).value, at("Nowhere", 0).value]).toEqual([1, "", "", 0, ""]);
  expect(at("Lead", 3).text).toMatch(/^IF\(IFERROR\(.*\)="","",IF\(AND\(H1>0,COUNTIFS\(.*\)=0\),"",COUNTIFS\(/);
});

describe("where open deals are in groups", () => {
  const stay = (stage: string) => `INDEX(${longest},MATCH("${stage}",Stages[Stage],0))`;
  const each = (stage: string) => `SUMPRODUCT((Deals[Outcome]="Open")*(Deals[Stage]="${stage}")*ISNUMBER(${since})*(${since}<AsOf-IF(${stay(stage)}="",1E+6,${stay(stage)})))`;
  const plain = (stage: string) => `COUNTIFS(Deals[Outcome],"Open",Deals[Stage],"${stage}",${since},"<"&(AsOf-IF(${stay(stage)}="",1E+6,${stay(stage)})))`;

  it("asks of stages with a limit only, and of the first one where none has any", () => {
    const stagesAsked = (stages: Making["stages"]) => {
      const { model, counts } = asked(of({ stages }));
      return [stalledDeals(model).value, [...new Set(counts.map(([, stage]) => stage))]];
    };
    expect(stagesAsked(making.stages)).toEqual([2, ["Lead", "Trial"]]);
    expect(stagesAsked([["Trial", "open", { longestStay: null }], ["Lead", "open", { longestStay: null }]])).toEqual([0, ["Trial"]]);
  });

  it("sums over all stages at once", () => {
    const text = `SUMPRODUCT(IF(${longest}="",0,COUNTIFS(Deals[Outcome],"Open",Deals[Stage],Stages[Stage],${since},"<"&(AsOf-${longest}))))`;
    expect(stalledDeals(inGroups(of()))).toMatchObject({ value: 2, text, array: true });
    expect(stalledDeals(inGroups(of({ stages: [["Trial", "open", { longestStay: null }], ["Lead", "open", { longestStay: null }]] })))).toMatchObject({ value: 0, text });
  });

  it("adds stage by stage where one reads as a condition: open stages, and closed ones with a limit", () => {
    const model = inGroups(of({ stages: [[">5", "open", { longestStay: null }], ["Lead", "open", { longestStay: 30 }], ["Trial", "won", { longestStay: 60 }], ["Won", "won"], ["Lost", "lost"]] }));
    // None in >5, one each in Lead and Trial; without a limit and closed: not asked.
    expect(stalledDeals(model)).toMatchObject({ value: 2, text: `${each(">5")}+${plain("Lead")}+${plain("Trial")}` });
  });

  it("is zero where no stage can hold a stalled deal", () => {
    expect(stalledDeals(inGroups(of({ stages: [["W*", "won"], ["Lost", "lost"]] })))).toMatchObject({ value: 0, text: "0" });
  });
});

it("counts open deals expected to close before the as-of day", () => {
  expect(overdueDeals(of())).toMatchObject({ value: 1, text: 'COUNTIFS(Deals[Outcome],"Open",Deals[Expected close],"<"&AsOf)' });
});

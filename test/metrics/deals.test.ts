import { is, isFilled } from "../../src/formula/criteria";
import { literal, reference } from "../../src/formula/term";
import { amount, deals, isOpenGrouped, ofStage, overStages, weightedAmount } from "../../src/metrics/deals";
import type { Making } from "../sheets/made";
import { asked } from "./asked";
import { dealModel, inGroups, withValues } from "./deal-model";

const making: Making = {
  asOf: "2026-06-30", stages: [["Lead", "open", { probability: 0.2 }], ["Offer", "open", { probability: 0.5 }], ["Won", "won"], ["Lost", "lost"]],
  deals: [
    { owner: "Ann", stage: "Lead", amount: 100 }, { owner: "Bo", stage: "Offer", amount: 40 }, { owner: "Bo", stage: "Offer" },
    { owner: "Ann", stage: "Won", outcome: "won", amount: 300 }, { owner: "Ann", stage: "Lead", outcome: "lost", amount: 900 },
  ],
};
const oddStages: Making["stages"] = [["Lead", "open", { probability: 0.2 }], [">5", "open"], ["Offer", "open", { probability: 0.5 }]];
const unrated: Making["stages"] = [["Lead", "open"], ["Offer", "open"], ["Won", "won", { probability: 1 }]];
const of = (more: Partial<Making> = {}) => dealModel({ ...making, ...more });
const known = 'COUNTIFS(Deals[Outcome],"Open",Deals[Amount],">-1E+99")';
const rates = 'COUNTIFS(Stages[Outcome],"Open",Stages[Probability],">-1E+99")';

it("counts and adds up deals of an outcome", () => {
  const model = of();
  expect([deals(model, "open").value, deals(model, "lost").value, amount(model, "open").value, amount(model, "won").value]).toEqual([3, 1, 140, 300]);
  expect(amount(model, "open", is(model.deals.columns.owner, literal("Bo"))).value).toBe(40);
});

it("knows whether open deals are in groups", () => {
  expect([isOpenGrouped(of()), isOpenGrouped(inGroups(of())), isOpenGrouped({ deals: { ...of().deals, groups: { eachOpen: true } } }), isOpenGrouped({ deals: null })]).toEqual([false, true, false, false]);
});

describe("weighted amounts", () => {
  it("take each open deal's own probability where the export has one", () => {
    const model = of({ deals: [{ stage: "Lead", amount: 100, probability: 0.9 }, { stage: "Won", outcome: "won", amount: 50, probability: 1 }] });
    expect(model.deals.hasProbability).toBe(true);
    expect(weightedAmount(model).value).toBe(90);
    expect(weightedAmount(model).text).toContain('SUMIFS(Deals[Weighted amount],Deals[Outcome],"Open")');
  });

  it("take the stage's for a deal without its own, as forecasts of earlier days do", () => {
    const deals = [{ owner: "Ann", stage: "Lead", amount: 100, probability: 0.9 }, { owner: "Bo", stage: "Offer", amount: 40 }, { owner: "Bo", stage: "Won", outcome: "won", amount: 50 }, { owner: "Cid", stage: "Lead" }, { owner: "Dee", stage: "Elsewhere", amount: 7 }] as const;
    const model = of({ deals });
    const { owner } = model.deals.columns;
    // 100 × 0.9 + 40 × 0.5; a stage that Setup does not know has none.
    expect([weightedAmount(model), ...["Ann", "Bo", "Cid", "Eve"].map((name) => weightedAmount(model, is(owner, literal(name))))].map(({ value }) => value)).toEqual([110, 90, 20, "", 0]);
    expect(weightedAmount(of({ deals, stages: unrated })).value).toBe(90);
    expect(weightedAmount(of({ deals: deals.slice(1), stages: unrated })).value).toBe("");
    expect(weightedAmount(of({ deals, stages: [] })).text).toBe(weightedAmount(of({ deals: deals.slice(0, 1) })).text);
  });

  it("take the stage's, of the deals that meet the criteria", () => {
    const model = of();
    const { owner } = model.deals.columns;
    // 100 × 0.2 + 40 × 0.5; of Ann 100 × 0.2.
    expect([weightedAmount(model).value, weightedAmount(model, is(owner, literal("Ann"))).value, weightedAmount(model, is(owner, literal("Cid"))).value]).toEqual([40, 20, ""]);
    expect(weightedAmount(model, is(owner, literal("Ann"))).text).toBe(`IF(OR(COUNTIFS(Deals[Outcome],"Open",Deals[Amount],">-1E+99",Deals[Owner],"Ann")=0,${rates}=0),"",SUMPRODUCT(SUMIFS(Deals[Amount],Deals[Outcome],"Open",Deals[Owner],"Ann",Deals[Stage],Stages[Stage]),Stages[Probability]))`);
  });

  it("compare row by row where any criterion reads as a condition", () => {
    const model = of();
    const { owner, amount: amounts } = model.deals.columns;
    const found = weightedAmount(model, isFilled(amounts), is(owner, literal("*")));
    expect(found).toMatchObject({ value: "", array: true, text: expect.stringContaining('SUMPRODUCT((Deals[Outcome]="Open")*ISNUMBER(Deals[Amount])*(Deals[Owner]="*")*(Deals[Stage]=TRANSPOSE(Stages[Stage]))*IF(ISNUMBER(Deals[Amount]),Deals[Amount],0)*') });
  });

  it("are unknown without stages", () => {
    expect([weightedAmount(of({ stages: [] })), weightedAmount(inGroups(of({ stages: [] })))].map(({ text, value }) => [text, value])).toEqual([['""', ""], ['""', ""]]);
  });
});

describe("weighted amounts of open deals in groups", () => {
  const withoutAmounts = [{ stage: "Lead" }, { stage: "Won", outcome: "won", amount: 5 }] as const;
  const rate = (stage: string) => `N(INDEX(Stages[Probability],MATCH("${stage}",Stages[Stage],0)))`;
  const sum = (stage: string) => `SUMIFS(Deals[Amount],Deals[Outcome],"Open",Deals[Stage],"${stage}")`;

  it("are summed over all stages at once", () => {
    expect(weightedAmount(inGroups(of()))).toMatchObject({ value: 40, array: true, text: `IF(OR(${known}=0,${rates}=0),"",SUMPRODUCT(SUMIFS(Deals[Amount],Deals[Outcome],"Open",Deals[Stage],Stages[Stage]),Stages[Probability]))` });
    expect(weightedAmount(asked(of()).model).value).toBe(40);
  });

  it("are added stage by stage where one reads as a condition", () => {
    const odd = 'SUMPRODUCT((Deals[Outcome]="Open")*(Deals[Stage]=">5"),Deals[Amount])';
    const model = inGroups(of({ stages: oddStages, deals: [...making.deals, { stage: ">5", amount: 7 }] }));
    expect(weightedAmount(model)).toMatchObject({ value: 40, text: `IF(OR(${known}=0,${rates}=0),"",${sum("Lead")}*${rate("Lead")}+${odd}*${rate(">5")}+${sum("Offer")}*${rate("Offer")})` });
  });

  it.each([["all stages at once", unrated, making.stages], ["stage by stage", oddStages.map(([stage, outcome]) => [stage, outcome] as const), oddStages]])("are unknown without a probability or an amount, %s", (_, without, stages) => {
    expect([weightedAmount(inGroups(of({ stages: without }))).value, weightedAmount(inGroups(of({ stages, deals: withoutAmounts }))).value, weightedAmount(inGroups(of({ stages: without, deals: withoutAmounts }))).value]).toEqual(["", "", ""]);
  });
});

describe("a sum over all stages in one array", () => {
  const each = (text: string, value: number, times: number) => ({ each: reference(text, value), times });
  it("needs one way to look them up, and no array in it", () => {
    const entries = (one: string) => `${one},Rates`;
    expect(overStages([each("A", 3, 2), each("A", 5, 4)], entries)).toMatchObject({ text: "SUMPRODUCT(A,Rates)", value: 3 * 2 + 5 * 4, array: true });
    expect([overStages([], entries), overStages([each("A", 1, 1), each("B", 1, 1)], entries), overStages([each("A", 1, 1), each("A", 1, 1), each("B", 1, 1)], entries), overStages([each("SUMPRODUCT(A)", 1, 1)], entries)]).toEqual([null, null, null, null]);
  });
});

it("looks up what Setup says of a stage", () => {
  const { stages } = of();
  expect(ofStage(stages.probability, stages, "A*~")).toBe('INDEX(Stages[Probability],MATCH("A~*~~",Stages[Stage],0))');
  expect(ofStage(stages.probability, stages, 'The "one"')).toBe('INDEX(Stages[Probability],MATCH("The ""one""",Stages[Stage],0))');
});

it("adds no amount that is text", () => {
  expect(weightedAmount(withValues(of(), "amount", ["100", 40, "", 300, 900])).value).toBe(20);
});

// Loyalty against answers nobody computed with our code: shared data, and small examples worked out by hand.

import { readFileSync } from "node:fs";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { languages, type Language } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { describeWithShared, sharedData } from "../shared-data";
import { cardOf, planFromCsv, rowOf, typedMemory, type FromCsv } from "./csv-made";
import { columnOf, sheetOf, tableOf, wordsOf } from "./made";

const withOffice = isInstalled("soffice") ? it : it.skip;
if (!isInstalled("soffice")) console.warn("recalculation of Loyalty: not run, install LibreOffice with: apt-get install libreoffice-calc");

const { loyalty: en, tables } = wholeTextIn("en");
const planOf = (csv: FromCsv["csv"], asOf = "2026-11-20", memory = typedMemory({}), language: Language = "en"): WorkbookPlan => planFromCsv({ csv, asOf, sheet: "loyalty", memory, language });
const figure = (plan: WorkbookPlan, table: string, key: keyof typeof en.figures | keyof typeof en.churnFigures) => {
  const { name } = { ...en.churnFigures, ...en.figures, ...(table === "LoyaltyChurn" ? en.churnFigures : {}) }[key];
  return rowOf(plan, table, en.retention.figure, name)[en.retention.value];
};

describe("answers", () => {
  const survey = `Account,Segment,Date,Survey,Score
Ada,SMB,2026-10-05,NPS,10
Ada,SMB,2026-10-06,NPS,9
Ben,Mid,2026-10-07,NPS,8
Cho,Mid,2026-07-01,NPS,6
Cho,Mid,2026-07-02,NPS,11
Ben,=Mid,2026-10-08,CSAT,5
Ada,SMB,2026-10-09,CSAT,4
Cho,A*,2026-08-09,CSAT,3
Cho,A*,,CSAT,
Dan,A?,,CSAT,1`;
  const plan = planOf({ survey });

  it("score those on the scale: an 11 of 10 counts nowhere", () => {
    // 2 promoters, 1 passive, 1 detractor: (2 − 1) ÷ 4 × 100
    expect(rowOf(plan, "LoyaltyAnswers", en.answers.label, en.all)).toMatchObject({ "NPS answers": 4, Promoters: 2, Passives: 1, Detractors: 1, NPS: 25, "CSAT answers": 4, Satisfied: 2, CSAT: 0.5, "Mean answer": 3.25 });
    expect(rowOf(plan, "LoyaltySurveys", en.surveys.survey, "NPS")).toMatchObject({ [en.surveys.answers]: 5, [en.surveys.counted]: 4 });
  });

  it("stand in their quarter or month", () => {
    expect(rowOf(plan, "LoyaltyPeriods", en.answers.label, "2026-Q4")).toMatchObject({ NPS: 200 / 3, "CSAT answers": 2, CSAT: 1 });
    expect(rowOf(plan, "LoyaltyPeriods", en.answers.label, "2026-Q3")).toMatchObject({ NPS: -100, CSAT: 0, [en.answers.remark]: "few NPS answers, few CSAT answers" });
    expect(rowOf(plan, "LoyaltyPeriods", en.answers.label, "2026-Q2")).toMatchObject({ NPS: "", CSAT: "", [en.answers.remark]: "no answers" });
    const months = planOf({ survey }, "2026-11-20", typedMemory({ LoyaltyPeriod: "月", LoyaltyFewAnswers: 1 }));
    expect(columnOf(months, "LoyaltyPeriods", en.answers.label).slice(-5)).toEqual(["2026-07", "2026-08", "2026-09", "2026-10", "2026-11"]);
    expect(rowOf(months, "LoyaltyPeriods", en.answers.label, "2026-10")[en.answers.remark]).toBe("");
    expect(wordsOf(sheetOf(plan, "loyalty"))).toContain("1 answers have no date");
  });

  it("take segments as written, whatever they look like", () => {
    expect(rowOf(plan, "LoyaltySegments", en.answers.label, "A*")).toMatchObject({ "CSAT answers": 1, "NPS answers": 0 });
    expect(rowOf(plan, "LoyaltySegments", en.answers.label, "=Mid")["CSAT answers"]).toBe(1);
    expect(rowOf(plan, "LoyaltySegments", en.answers.label, "Mid")["NPS answers"]).toBe(2);
  });

  it("count as what the user says, on his scale", () => {
    const columns = (["survey", "measure", "lowest", "best", "satisfiedFrom"] as const).map((key) => en.surveys[key]);
    const changed = planOf({ survey }, "2026-11-20", typedMemory({}, { LoyaltySurveys: { columns, rows: [["NPS", "not counted", 0, 10, 9], ["CSAT", "CSAT", 1, 5, 5]] } }));
    expect(rowOf(changed, "LoyaltyAnswers", en.answers.label, en.all)).toMatchObject({ "CSAT answers": 4, Satisfied: 1, CSAT: 0.25 });
    expect(tableOf(changed, "LoyaltyAnswers").columns.map(({ name }) => name)).not.toContain("NPS");
  });

  it.each([["1 to 10", [10, 9, 8, 1], 10, 9, 0.5], ["1 to 7", [7, 6, 5, 1], 7, 6, 0.5], ["0 to 100", [90, 80, 79, 20], 100, 80, 0.5], ["1 to 5", [5, 4, 3, 1], 5, 4, 0.5]])("of a satisfaction survey from %s", (_, scores, best, from, csat) => {
    const rated = planOf({ survey: `Account,Survey,Score\n${scores.map((score, at) => `C${at},Satisfaction,${score}`).join("\n")}` });
    expect(rowOf(rated, "LoyaltySurveys", en.surveys.survey, "Satisfaction")).toMatchObject({ [en.surveys.measure]: "CSAT", [en.surveys.best]: best, [en.surveys.satisfiedFrom]: from });
    expect(rowOf(rated, "LoyaltyAnswers", en.answers.label, en.all).CSAT).toBe(csat);
  });

  it("of the top customers by orders are set against the target", () => {
    const order = "Order ID,Customer,Order Date,Amount\n1,Ben,2026-05-01,500\n2,Ada,2026-05-01,300\n3,Eve,2026-05-01,100\n4,Cho,2024-05-01,900";
    const top = planOf({ survey, order });
    expect(columnOf(top, "LoyaltyTopCustomers", en.top.customer)).toEqual(["Ben", "Ada", "Eve"]);
    expect(columnOf(top, "LoyaltyTopCustomers", en.top.csat)).toEqual([1, 1, ""]);
    expect(columnOf(top, "LoyaltyTopCustomers", en.top.remark)).toEqual(["", "", en.topRemark.silent]);
    expect(wordsOf(sheetOf(top, "loyalty"))).toContain("100% of 2 answers of the top customers are satisfied; the target is 90%. 1 of them have not answered.");
  });

  withOffice("are computed alike by LibreOffice, odd names of surveys and segments included", async () => {
    const odd = `Account,Segment,Date,Survey,Score\nAda,>5,2026-10-05,A*,10\nAda,A?,2026-10-05,A*,0\nBen,00123,2026-10-05,Abc,4\nBen,123,2026-10-05,=x,5\nBen,123,2026-10-06,,2\nBen,,2026-10-06,>5,2`;
    expect(await disagreements(await writeXlsxInNode(planOf({ survey: odd })))).toEqual([]);
    expect(await disagreements(await writeXlsxInNode(planOf({ survey: "Account,Score\nAda,5\nBen,2" }, "2026-11-20", typedMemory({}), "zh-CN")))).toEqual([]);
  }, 240_000);
});

describe("orders", () => {
  /** Two years: Ada 100 → 150, Ben 200 → 120, Cho 300 → nothing, Dan new with 80, Eve paid back. */
  const order = `Order ID,Customer,Order Date,Amount
1,Ada,2025-01-10,60
2,ADA,2025-02-10,40
3,Ada,2026-01-10,150
4,Ben,2025-03-10,200
5,Ben,2026-03-10,120
6,Cho,2025-04-10,300
7,Dan,2026-04-10,80
8,Eve,2025-05-10,50
9,Eve,2025-05-20,-50
10,Ada,2026-12-31,999`;
  const plan = planOf({ order }, "2026-11-20", typedMemory({ LoyaltyMonths: 12 }));
  const of = (key: keyof typeof en.figures) => figure(plan, "LoyaltyRetention", key);

  it("give retention and churn of the earlier period's customers", () => {
    expect([of("start"), of("kept"), of("lost"), of("fresh")]).toEqual([3, 2, 1, 1]);
    expect(of("retention")).toBeCloseTo(2 / 3, 12);
    expect(of("churn")).toBeCloseTo(1 / 3, 12);
  });

  it("give revenue retention, gross and net", () => {
    expect([of("revenue"), of("expansion"), of("contraction"), of("lostRevenue")]).toEqual([600, 50, 80, 300]);
    // (600 − 80 − 300) ÷ 600 and (600 + 50 − 80 − 300) ÷ 600
    expect(of("grr")).toBeCloseTo(220 / 600, 12);
    expect(of("nrr")).toBeCloseTo(270 / 600, 12);
    expect(of("revenueChurn")).toBeCloseTo(0.5, 12);
  });

  it("go into cohorts by their first order", () => {
    const quarters = planOf({ order }, "2026-11-20", typedMemory({ LoyaltyCohortPeriod: "quarter" }));
    expect(columnOf(quarters, "LoyaltyCohortCounts", en.cohortSheet.cohort)).toEqual(["2025-Q1", "2025-Q2", "2026-Q2"]);
    // Ada and Ben came in 2025-Q1 and both bought four quarters later
    expect([0, 3, 4].map((age) => columnOf(quarters, "LoyaltyCohorts", String(age))[0])).toEqual([1, 0, 1]);
    expect(rowOf(quarters, "LoyaltyCohortCurve", en.curve.age, 4)).toMatchObject({ [en.curve.possible]: 4, [en.curve.active]: 2, [en.curve.share]: 0.5 });
  });

  it("give periods that suit them as long as none is typed, at each refresh anew", () => {
    const cellOf = (made: ReturnType<typeof planOf>, name: string) => {
      const { sheet, area } = made.names.find((one) => one.name === name)!;
      return made.sheets.find((one) => one.name === sheet)!.cells.find(({ row, column }) => row === area.top && column === area.left)?.value ?? null;
    };
    const few = planOf({ order: "Order ID,Customer,Order Date\n1,Ada,2026-05-25\n2,Ben,2026-11-15" }, "2026-11-20", typedMemory({}));
    expect(["LoyaltyMonths", "LoyaltyCohortPeriod"].map((name) => cellOf(few, name))).toEqual([null, null]);
    expect(cellOf(planOf({ order }, "2026-11-20", typedMemory({ LoyaltyMonths: 6.5, LoyaltyCohortPeriod: "quarter" })), "LoyaltyMonths")).toBe(6);
  });

  it("say where they begin too late, end too early or have no amounts", () => {
    const words = (csv: string, months: number) => wordsOf(sheetOf(planOf({ order: csv }, "2026-11-20", typedMemory({ LoyaltyMonths: months })), "loyalty"));
    const late = "Order ID,Customer,Order Date\n1,Ada,2025-10-01\n2,Ben,2026-01-01\n3,Ada,2026-02-01";
    expect(words(late, 12)).toContain(en.dataShort.replace("{first}", "2025-10-01"));
    expect(words(late, 3)).toContain(en.dataEnds.replace("{last}", "2026-02-01"));
    expect(words(late, 3)).toContain(en.cards.noAmounts);
  });

  withOffice("are computed alike by LibreOffice, with and without amounts", async () => {
    expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
    expect(await disagreements(await writeXlsxInNode(planOf({ order: "Order ID,Customer,Order Date\n1,=A,2026-10-01" })))).toEqual([]);
  }, 240_000);
});

describe("accounts", () => {
  const account = `Account ID,Account Name,Contract,Churned,Monthly Revenue,Tenure
1,Ada,yearly,Yes,100,5
2,Ben,yearly,No,300,30
3,Cho,monthly,Yes,50,12
4,Dan,monthly,Yes,50,13
5,Eve,monthly,,500,50`;
  const plan = planOf({ account });

  it("give the share that has left, of those who say yes or no", () => {
    expect((["customers", "left", "rate", "retention", "revenueRate"] as const).map((key) => figure(plan, "LoyaltyChurn", key))).toEqual([4, 3, 0.75, 0.25, 0.4]);
  });

  it("are split by words and by months as a customer", () => {
    expect(rowOf(plan, "LoyaltyChurnSplit", en.split.value, "yearly")).toMatchObject({ [en.split.customers]: 2, [en.split.left]: 1, [en.split.churn]: 0.5, [en.split.difference]: -0.25 });
    expect(rowOf(plan, "LoyaltyChurnSplit", en.split.value, "1–12")).toMatchObject({ [en.split.customers]: 2, [en.split.left]: 2 });
    expect(columnOf(plan, "LoyaltyChurnSplit", en.split.value)).not.toContain("49 and more");
  });

  it("say that they tell nothing without a column for it", () => {
    const words = wordsOf(sheetOf(planOf({ account: "Account ID,Account Name,City\n1,Ada,Rome" }), "loyalty"));
    expect(words).toContain(en.nothing);
  });
});

describe("without the data of a block", () => {
  it.each(languages)("says in %s what each needs", (language) => {
    const words = wholeTextIn(language).loyalty;
    const said = wordsOf(sheetOf(planOf({ survey: "Account,Score\nAda,5\nBen,2" }, "2026-11-20", typedMemory({}), language), "loyalty"));
    for (const one of [words.noDates, words.noSegments, words.topNone, words.noOrders, words.noChurn, words.noCohort, words.cards.noOrders]) expect(said).toContain(one);
  });
});

describeWithShared("shared answers", () => {
  const results = (folder: string) => JSON.parse(readFileSync(sharedData(`${folder}/expected.json`)!, "utf8")).results;
  const text = (path: string) => readFileSync(sharedData(path)!, "utf8");

  describe("nps_airlines", () => {
    const [, ...prep] = text("nps_airlines/prep_air.csv").trim().split("\n");
    const survey = [text("nps_airlines/airlines.csv").trim(), ...prep].join("\n");
    const plan = planOf({ survey }, "2026-11-20", typedMemory({ LoyaltyFewAnswers: 50 }));
    const { nps_overall, nps_by_airline, standard_error } = results("nps_airlines");

    it("nps_overall", () => {
      const [{ answers, promoters, passives, detractors, nps }] = nps_overall.rows;
      const all = rowOf(plan, "LoyaltyAnswers", en.answers.label, en.all);
      expect(all).toMatchObject({ "NPS answers": answers, Promoters: promoters, Passives: passives, Detractors: detractors });
      expect(all.NPS).toBeCloseTo(nps, 10);
    });

    it("nps_by_airline, with those under 50 answers marked", () => {
      expect(tableOf(plan, "LoyaltySegments").rows).toBe(nps_by_airline.rows.length);
      for (const { airline, n, promoters, passives, detractors, nps, under_50_answers } of nps_by_airline.rows) {
        const row = rowOf(plan, "LoyaltySegments", en.answers.label, airline);
        expect(row).toMatchObject({ "NPS answers": n, Promoters: promoters, Passives: passives, Detractors: detractors, [en.answers.remark]: under_50_answers ? en.few.nps : "" });
        expect(row.NPS).toBeCloseTo(nps, 10);
      }
    });

    it("standard_error: the 95 % interval of Prep Air", () => {
      const [{ nps, low95, high95 }] = standard_error.rows;
      const margin = rowOf(plan, "LoyaltySegments", en.answers.label, "Prep Air")[en.answers.margin] as number;
      expect([nps - margin, nps + margin].map((one) => one.toFixed(9))).toEqual([low95, high95].map((one: number) => one.toFixed(9)));
    });
  });

  describe("telco_churn", () => {
    const plan = planOf({ account: text("telco_churn/IBM_Cognos_Data.csv") });
    const { churn_and_retention, churn_by_contract, churn_by_payment_method, churn_by_tenure_band } = results("telco_churn");
    const line = (by: string, value: string) => {
      const [names, values] = [columnOf(plan, "LoyaltyChurnSplit", en.split.by), columnOf(plan, "LoyaltyChurnSplit", en.split.value)];
      const at = names.findIndex((name, row) => name === by && values[row] === value);
      return [en.split.customers, en.split.left, en.split.churn].map((header) => columnOf(plan, "LoyaltyChurnSplit", header)[at]);
    };

    it("churn_and_retention", () => {
      const [{ customers, churned, churn_rate, retention_rate, revenue_churn_rate }] = churn_and_retention.rows;
      const of = (key: keyof typeof en.churnFigures) => figure(plan, "LoyaltyChurn", key);
      expect([of("customers"), of("left")]).toEqual([customers, churned]);
      expect(of("rate")).toBeCloseTo(churn_rate, 12);
      expect(of("retention")).toBeCloseTo(retention_rate, 12);
      expect(of("revenueRate")).toBeCloseTo(revenue_churn_rate, 10);
    });

    it("churn_by_contract", () => {
      for (const { Contract, customers, churned, churn_rate } of churn_by_contract.rows) {
        const [all, left, rate] = line("Contract", Contract);
        expect([all, left]).toEqual([customers, churned]);
        expect(rate).toBeCloseTo(churn_rate, 12);
      }
    });

    it("churn_by_payment_method", () => {
      for (const { PaymentMethod, customers, churn_rate } of churn_by_payment_method.rows) {
        const [all, , rate] = line("PaymentMethod", PaymentMethod);
        expect(all).toBe(customers);
        expect(rate).toBeCloseTo(churn_rate, 12);
      }
    });

    it("churn_by_tenure_band", () => {
      churn_by_tenure_band.rows.forEach(({ customers, churn_rate }: { customers: number; churn_rate: number }, at: number) => {
        const [all, , rate] = line(en.tenure.name, en.tenure.bands[at]!);
        expect(all).toBe(customers);
        expect(rate).toBeCloseTo(churn_rate, 12);
      });
    });
  });

  describe("cdnow_sample", () => {
    const lines = text("cdnow_sample/CDNOW_sample.txt").trim().split(/\r?\n/).map((one) => one.trim().split(/\s+/));
    const order = ["Order ID,Customer,Order Date,Amount", ...lines.map(([, id, day = "", , amount], at) => `O${at},${id},${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)},${amount}`)].join("\n");
    const plan = planOf({ order }, "1998-06-30");
    const { shape, monthly_retention_jan_1997_cohort } = results("cdnow_sample");

    it("monthly_retention_jan_1997_cohort: active customers and shares of 18 months", () => {
      expect(columnOf(plan, "LoyaltyCohorts", en.cohortSheet.cohort)[0]).toBe("1997-01");
      monthly_retention_jan_1997_cohort.rows.forEach(({ active, retention }: { active: number; retention: number }, age: number) => {
        expect(columnOf(plan, "LoyaltyCohortCounts", String(age))[0]).toBe(active);
        expect(columnOf(plan, "LoyaltyCohorts", String(age))[0]).toBeCloseTo(retention, 12);
      });
    });

    it("shape: customers, and what they spent", () => {
      const [{ customers, transactions, dollars }] = shape.rows;
      const all = columnOf(plan, "LoyaltyCustomers", en.customers.orders) as readonly number[];
      expect([tableOf(plan, "LoyaltyCustomers").rows, all.reduce((sum, one) => sum + one, 0)]).toEqual([customers, transactions]);
      // Six months compared: the two periods hold the last year of the data.
      const since = (from: string) => lines.reduce((sum, [, , day = "", , amount]) => sum + (day >= from ? Number(amount) : 0), 0);
      expect(since("19970101")).toBeCloseTo(dollars, 6);
      const spent = [en.customers.before, en.customers.now].map((header) => (columnOf(plan, "LoyaltyCustomers", header) as readonly number[]).reduce((sum, one) => sum + one, 0));
      expect(spent[0]! + spent[1]!).toBeCloseTo(since("19970701"), 6);
      expect(spent[1]).toBeCloseTo(since("19980101"), 6);
    });
  });
});

it("shows retention as a card where there are orders, and says what the others need", () => {
  const plan = planOf({ order: "Order ID,Customer,Order Date,Amount\n1,Ada,2025-06-01,10\n2,Ada,2026-06-01,30\n3,Ben,2025-06-01,10" }, "2026-11-20", typedMemory({ LoyaltyMonths: 12 }));
  expect(cardOf(plan, "loyalty", en.cards.kept)).toEqual([0.5, "1 of 2 customers did not buy again"]);
  expect(cardOf(plan, "loyalty", en.cards.nrr)).toEqual([1.5, "without new customers; gross 50%"]);
  expect(cardOf(plan, "loyalty", en.cards.nps)).toEqual(["", en.cards.noSurveys]);
  expect(tables.yes).toBe("Yes");
});

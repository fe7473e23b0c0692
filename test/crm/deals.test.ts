import type { Deal } from "../../src/crm/objects/deal";
import { recognise } from "../../src/crm/recognise";
import { readDeals } from "../../src/crm/read-deals";
import type { Reading } from "../../src/crm/reading";
import { isoOf } from "../../src/values";
import { issuesOf, readAs, tableOf } from "./tables";

function deals(header: string, ...rows: readonly string[]): Reading<Deal> {
  return readAs("deal", tableOf(header.split(","), rows.map((row) => row.split(",")))).reading;
}

it.each<[string, string]>([
  ["Closed Won", "won"], ["CLOSED WON", "won"], ["closedwon", "won"], ["Won - Signed", "won"], ["5. Won", "won"], ["赢单", "won"], ["成交", "won"], ["签约", "won"], ["05付款成交", "won"], ["赢得并结束", "won"],
  ["Gewonnen", "won"], ["受注", "won"], ["Closed Lost", "lost"], ["Closed Lost to Competition", "lost"], ["closedlost", "lost"], ["Lost (price)", "lost"], ["输单", "lost"], ["丢单", "lost"], ["战败", "lost"],
  ["流失", "lost"], ["失去并结束", "lost"], ["06丢失关闭", "lost"], ["无效", "lost"], ["Verloren", "lost"], ["Negotiation/Review", "open"], ["待签约", "open"], ["预计成交", "open"], ["01创建交易", "open"],
  ["Contract Sent", "open"], ["Our own stage", "open"],
])("takes the stage %s for %s", (stage, outcome) => {
  expect(deals("Deal Name,Stage,Amount", `A,${stage},1`).columns.outcome).toEqual([outcome]);
});

it("lets the stage win over a flag, and says that they contradict", () => {
  const { columns, issues } = deals("Id,Name,StageName,IsWon,IsClosed", "1,A,Closed Lost,true,true", "2,B,Closed Won,true,true", "3,C,Negotiation/Review,true,true");
  expect(columns.outcome).toEqual(["lost", "won", "open"]);
  expect(issuesOf(issues, "outcome-contradicts-stage").map(({ row }) => row)).toEqual([2, 4]);
});

it("believes the flag of a stage that nobody knows", () => {
  expect(deals("Id,Name,StageName,IsWon,IsClosed", "1,A,Kick-off,true,true", "2,B,Shelved,false,true", "3,C,Chat,false,false").columns.outcome).toEqual(["won", "lost", "open"]);
});

it("lets a status tell how a deal ended at the stage it got to", () => {
  const { columns, issues } = deals("Deal - Title,Deal - Stage,Deal - Status,Deal - Value", "A,Proposal Made,Won,1", "B,Qualified,Lost,1", "C,Qualified,Open,1");
  expect(columns.outcome).toEqual(["won", "lost", "open"]);
  expect(columns.stage[0]).toBe("Proposal Made");
  expect(issuesOf(issues, "outcome-contradicts-stage")).toEqual([]);
});

it("takes the status for the stage where there is none, else the outcome", () => {
  expect(deals("Topic,Est. Revenue,Status", "A,1,Won", "B,2,Open").columns.stage).toEqual(["Won", "Open"]);
  expect(deals("Deal,Value,Won?,Date Closed", "A,1,Yes,2026-01-02", "B,2,No,2026-01-03", "C,3,,").columns.stage).toEqual(["Won", "Lost", "Open"]);
});

it("leaves out deleted deals and reports each", () => {
  const { count, columns, issues } = deals("Id,Name,StageName,IsDeleted", "1,A,Closed Won,false", "2,B,Closed Won,True", "3,C,Closed Won,False");
  expect(count).toBe(2);
  expect(columns.row).toEqual([2, 4]);
  expect(issuesOf(issues, "deleted-record")).toMatchObject([{ row: 3, count: 1 }]);
});

it("closes on the close date, else on the day won or lost, and is due only while open", () => {
  const { columns } = deals("Deal,Stage,Amount,Close Date,Won Date,Lost Date,Expected Close", "A,Won,1,,2026-01-05,,2026-02-01", "B,Lost,1,2026-01-09,,2026-01-08,", "C,Demo,1,2026-03-01,,,2026-03-05", "D,Demo,1,2026-03-01,,,");
  expect(columns.closed.map((day) => day && isoOf(day))).toEqual(["2026-01-05", "2026-01-09", "2026-03-01", "2026-03-01"]);
  expect(columns.due.map((day) => day && isoOf(day))).toEqual([null, null, "2026-03-05", "2026-03-01"]);
});

it("says when closed deals have no close date to be measured by", () => {
  expect(issuesOf(deals("Deal,Stage,Amount", "A,Won,1", "B,Demo,1").issues, "no-close-date")).toMatchObject([{ count: 1 }]);
});

it("reports deals with one id twice, and deals alike where there is no id", () => {
  expect(issuesOf(deals("Deal ID,Deal,Stage,Amount", "7,A,Won,1", "8,A,Won,1", "7,B,Won,1").issues, "duplicate")).toMatchObject([{ row: 4, found: "7" }]);
  expect(issuesOf(deals("Deal,Owner,Stage,Amount", "A,Kim,Won,1", "A,Kim,Demo,1", "A,Lee,Won,1").issues, "duplicate")).toMatchObject([{ row: 3, found: "A" }]);
});

it("says that a cycle means nothing where all deals were created on one day", () => {
  const rows = Array.from({ length: 20 }, (_, at) => `D${at},Won,1,2026-01-01,2026-02-01`);
  expect(issuesOf(deals("Deal,Stage,Amount,Created,Close Date", ...rows).issues, "one-created-date")).toMatchObject([{ count: 20 }]);
  expect(issuesOf(deals("Deal,Stage,Amount,Created,Close Date", ...rows.slice(1)).issues, "one-created-date")).toEqual([]);
});

it("counts deals that closed before they were created", () => {
  expect(issuesOf(deals("Deal,Stage,Amount,Created,Close Date", "A,Won,1,2026-02-01,2026-01-01", "B,Won,1,2026-01-01,2026-02-01").issues, "close-before-created")).toMatchObject([{ row: 2, count: 1 }]);
});

it("prefers the currency column, then the sign, then the header, then the most frequent", () => {
  expect(deals("Deal,Stage,Amount,Currency", "A,Won,$1,EUR", "B,Won,2,人民币").columns.currency).toEqual(["EUR", "CNY"]);
  expect(deals("Deal,Stage,Amount (USD)", "A,Won,1", "B,Won,").columns.currency).toEqual(["USD", null]);
  expect(deals("Deal,Stage,Amount", "A,Won,€1", "B,Won,€2", "C,Won,$3", "D,Won,4").columns.currency).toEqual(["EUR", "EUR", "USD", "EUR"]);
  expect(deals("Deal,Stage,Amount", "A,Won,1").columns.currency).toEqual([null]);
});

it("keeps columns without a field as text, and says so", () => {
  const { extras, issues } = deals("Deal,Stage,Amount,Parking Spot", "A,Won,1,007", "B,Won,1,Select");
  expect(extras).toEqual([{ header: "Parking Spot", values: ["007", null] }]);
  expect(issuesOf(issues, "unmapped")).toMatchObject([{ column: "Parking Spot" }]);
});

it("does not ask for a field for the columns that tell when a stage was entered or left", () => {
  const header = ["Deal Name", "Deal Stage", "Amount", 'Date entered "Demo (Sales Pipeline)"', 'Date exited "Demo (Sales Pipeline)"'];
  const { extras, issues } = readDeals(tableOf(header, [["A", "Demo", "1", "2026-01-02", ""]]), { name: "Deal Name", stage: "Deal Stage", amount: "Amount" }, "hubspot");
  expect([extras.length, issuesOf(issues, "unmapped")]).toEqual([2, []]);
});

it("reads what the person's own mapping says", () => {
  const table = tableOf(["A", "B", "C"], [["Deal one", "Demo", "5"]]);
  expect(recognise(table).confidence).toBeLessThan(0.5);
  expect(readDeals(table, { name: "A", stage: "B", amount: "C" }, "other").columns).toMatchObject({ name: ["Deal one"], stage: ["Demo"], amount: [5] });
});

it("shares one empty column among all fields without a column", () => {
  const { columns } = deals("Deal,Stage,Amount", "A,Won,1");
  expect(columns.region).toBe(columns.competitor);
});

describe("the amount of a won deal", () => {
  const header = ["(Do Not Modify) Opportunity", "Topic", "Potential Customer", "Est. Revenue", "Actual Revenue", "Status", "Est. Close Date"];
  const table = tableOf(header, [["1", "A", "Acme", "100", "90", "Won", "2026-01-02"], ["2", "B", "Acme", "100", "", "Won", "2026-01-02"], ["3", "C", "Acme", "100", "0", "Lost", "2026-01-02"], ["4", "D", "Acme", "50", "10", "Open", "2026-01-02"]]);

  it("is the actual one where the export has one beside the estimate, and it is said", () => {
    const { recognition, reading } = readAs("deal", table);
    expect(recognition.mapping).toMatchObject({ amount: "Est. Revenue", wonAmount: "Actual Revenue" });
    expect(reading.columns.amount).toEqual([90, 100, 100, 50]);
    expect(issuesOf(reading.issues, "actual-amount")).toEqual([{ kind: "actual-amount", row: 2, column: "Actual Revenue", found: null, count: 1 }]);
  });

  it("is the actual one where there is no estimate", () => {
    const alone = tableOf(["商机名称", "客户名称", "成交金额", "商机状态", "负责人"], [["A", "甲", "90", "赢单", "张三"], ["B", "乙", "5", "进行中", "张三"]]);
    const { recognition, reading } = readAs("deal", alone);
    expect(recognition.mapping).toMatchObject({ amount: "成交金额" });
    expect(reading.columns.amount).toEqual([90, 5]);
  });

  it("is told by 成交金额 beside 预计金额", () => {
    const both = tableOf(["商机名称", "客户名称", "预计金额", "成交金额", "商机状态"], [["A", "甲", "100", "90", "赢单"], ["B", "乙", "5", "", "进行中"]]);
    expect(readAs("deal", both).reading.columns.amount).toEqual([90, 5]);
  });
});

it.each<[string, string, readonly string[], string]>([
  ["a header outside China", "Deal Name,Stage,Amount (¥)", ["A,Won,500"], "JPY"], ["a header in China", "商机名称,阶段,金额（¥）", ["A,赢单,500"], "CNY"],
  ["a currency column outside China", "Deal Name,Stage,Amount,Currency", ["A,Won,500,¥"], "JPY"], ["a header beside yuan", "Deal Name,Stage,Amount (¥)", ["A,Won,500", "B,Won,500元"], "CNY"],
])("takes ¥ in %s for the money that is spent there", (_, header, rows, currency) => {
  expect(deals(header, ...rows).columns.currency[0]).toBe(currency);
});

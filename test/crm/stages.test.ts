import { guessStages } from "../../src/crm/stages";
import { joinNames } from "../../src/crm/join";
import { readObject } from "../../src/crm/read";
import type { CrmTable } from "../../src/crm/reading";
import { readStageEntries } from "../../src/crm/stage-entries";
import { isoOf } from "../../src/values";
import { recognise } from "../../src/crm/recognise";
import { readAs, tableOf } from "./tables";

function stagesOf(header: string, stages: readonly string[]) {
  const { reading } = readAs("deal", tableOf(["Deal Name", header, "Amount"], stages.map((stage, at) => [`Deal ${at}`, stage, "1"])));
  return guessStages(reading, "other").map(({ stage, outcome }) => [stage, outcome]);
}

function movesOf(table: CrmTable) {
  const { mapping, crm } = recognise(table);
  return readStageEntries(table, mapping, crm);
}

describe("stages", () => {
  it("adds won and lost where no deal has ended yet", () => {
    expect(stagesOf("Stage", ["Prospecting", "Needs Analysis"]).slice(-2)).toEqual([["Won", "won"], ["Lost", "lost"]]);
  });

  it("adds only the end that is missing, in the language of the stages", () => {
    expect(stagesOf("Stage", ["需求分析", "提案", "赢单"])).toEqual([["需求分析", "open"], ["提案", "open"], ["赢单", "won"], [expect.stringMatching(/失去|输单/), "lost"]]);
  });

  it("adds no open stage that does not occur", () => {
    expect(stagesOf("Stage", ["Qualification", "Closed Won", "Closed Lost"])).toHaveLength(3);
  });
});

describe("reading a recognised table", () => {
  const table = tableOf(
    ["Deal Name", "Deal Stage", "Amount", 'Date entered "Appointment Scheduled (Sales Pipeline)"', 'Date entered "Closed Won (Sales Pipeline)"'],
    [["A", "Closed Won", "5", "2026-01-05", "2026-02-01"], ["B", "Appointment Scheduled", "6", "2026-01-07", ""]],
  );

  it("gives deals for a table of deals", () => {
    const recognition = recognise(table);
    expect(recognition.object).toBe("deal");
    expect(readObject("deal", table, recognition.mapping, recognition.crm).columns.outcome).toEqual(["won", "open"]);
  });

  it("finds the stage history in the columns of a deal export, and none elsewhere", () => {
    const moves = movesOf(table)!;
    expect(moves.columns.to).toEqual(["Appointment Scheduled", "Closed Won", "Appointment Scheduled"]);
    expect(movesOf(tableOf(["Deal Name", "Deal Stage", "Amount"], [["A", "Won", "1"]]))).toBeNull();
  });

  it("reads the days a stage was entered in the order that the file's dates prove", () => {
    const header = ["Deal Name", "Deal Stage", "Close Date", 'Date entered "Demo (Sales Pipeline)"'];
    const european = tableOf(header, [["A", "Demo", "25/12/2026", "03/02/2026"], ["B", "Demo", "30/12/2026", "04/02/2026"]]);
    expect(movesOf(european)!.columns.on.map((on) => isoOf(on!))).toEqual(["2026-02-03", "2026-02-04"]);
  });

  it("leaves deals as they are where there is nothing to join", () => {
    const deals = readAs("deal", table).reading;
    expect(joinNames(deals, null, null)).toBe(deals);
  });

  it("carries along what was found while the table was cut", () => {
    const cut = { kind: "footer" as const, row: 4, column: null, found: "Copyright", count: 1 };
    const { mapping, crm } = recognise(table);
    expect(readObject("deal", { ...table, issues: [cut] }, mapping, crm).issues[0]).toEqual(cut);
  });

  it("takes an id for owner or account only where no name is there, and never for the deal's id", () => {
    const named = tableOf(["Opportunity Name", "OwnerId", "Owner", "AccountId", "Account Name", "StageName"], [["A", "005x1", "Li", "001x1", "Acme", "Closed Won"], ["B", "005x2", "Wu", "001x2", "Beta", "Prospecting"]]);
    expect(recognise(named).mapping).toEqual({ name: "Opportunity Name", owner: "Owner", account: "Account Name", stage: "StageName" });
    const bare = tableOf(["Opportunity Name", "OwnerId", "AccountId", "StageName"], [["A", "005x1", "001x1", "Closed Won"], ["B", "005x2", "001x2", "Prospecting"]]);
    expect(recognise(bare).mapping).toMatchObject({ owner: "OwnerId", account: "AccountId" });
  });
});

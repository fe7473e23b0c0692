import { journeySheet } from "../../src/sheets/journey";
import { journeyCustomersSheets } from "../../src/sheets/journey/customers";
import { guessStage } from "../../src/sheets/journey/guess";
import { emptyMemory, type Memory, type RememberedTable } from "../../src/sheets/memory";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { textIn } from "../../src/text/language";
import { dayOfIso } from "../../src/values";
import { bookOf, columnOf, sheetOf, tableOf, wordsOf } from "./made";
import { madeJourney, type JourneyMaking, type MadeActivity } from "./journey-made";

const activities: readonly MadeActivity[] = [
  ["Acme", "2026-01-01", "Webinar", "Spring webinar", "Ann"],
  ["Acme", "2026-01-11", "Call", "First call", "Bob"],
  ["Acme", "2026-01-21", "Call", null as never, "Bob"],
  ["Acme", "2026-02-10", "Quotation", "Offer 1", "Bob"],
  ["Beta", "2026-01-05", "Call", "Hello", "Bob"],
  ["Beta", "2026-01-25", "Quotation", "Offer 2", "Bob"],
  ["Gamma", "2026-03-01", "Webinar", "Spring webinar", "Ann"],
  ["Gamma", null, "Call", "Some day", "Ann"],
  [null, "2026-03-02", "To-do", "Tidy up", "Ann"],
];

function planOf(making: JourneyMaking = {}) {
  const context = madeJourney(making);
  const [customers] = journeyCustomersSheets(context);
  return bookOf(context, journeySheet(context), ...(customers ? [customers] : []));
}

function remember(tables: Readonly<Record<string, RememberedTable>>, inputs: Readonly<Record<string, string>> = {}): Memory {
  return { tables: new Map(Object.entries(tables)), inputs: new Map(Object.entries(inputs)) };
}

function cellsUnder(plan: ReturnType<typeof planOf>, heading: string): readonly unknown[] {
  const { cells } = sheetOf(plan, "journey");
  const head = cells.find((cell) => cell.look === "heading" && cell.value === heading);
  return cells.filter((cell) => head && cell.column === head.column && cell.row > head.row && cell.row <= head.row + 15).map((cell) => cell.value);
}

it("seeds a map from awareness to renewal with every lane filled", () => {
  const plan = planOf();
  expect(columnOf(plan, "Journey", "Stage")).toEqual(["Awareness", "Consideration", "Purchase", "Onboarding", "Use", "Renewal and advocacy"]);
  expect(columnOf(plan, "Journey", "Emotion")).toEqual([0, 1, 1, -1, 0, 2]);
  for (const column of tableOf(plan, "Journey").columns.slice(0, 13)) expect([column.name, column.values.filter((value) => value === null)]).toEqual([column.name, []]);
});

it("leaves figures to type, and says so, where there are no activities", () => {
  const plan = planOf();
  expect(wordsOf(sheetOf(plan, "journey"))).toContain("No activities were given, so activities and days are yours to type.");
  expect(columnOf(plan, "Journey", "Activities typed")).toEqual([null, null, null, null, null, null]);
  expect(tableOf(plan, "Journey").columns.find((column) => column.name === "Satisfaction typed")?.owner).toBe("user");
});

it("counts activities by the stage of their type", () => {
  const plan = planOf({ activities });
  expect(columnOf(plan, "JourneyTouchpoints", "Touchpoint type")).toEqual(["Call", "Webinar", "Quotation", "To-do"]);
  expect(columnOf(plan, "JourneyTouchpoints", "Journey stage")).toEqual(["Consideration", "Awareness", "Purchase", null]);
  expect(columnOf(plan, "JourneyTouchpoints", "Activities counted")).toEqual([4, 2, 2, 1]);
  expect(columnOf(plan, "Journey", "Activities")).toEqual([2, 4, 2, "", "", ""]);
  expect(wordsOf(sheetOf(plan, "journey"))).toContain("8 activities of 3 customers are on the way below. Without a stage: 1;");
});

it("counts customers and the median days to the next stage", () => {
  const plan = planOf({ activities });
  expect(columnOf(plan, "Journey", "Customers")).toEqual([2, 2, 2, "", "", ""]);
  expect(columnOf(plan, "Journey", "Days to next stage")).toEqual([10, 25, "", "", "", ""]);
  expect(wordsOf(sheetOf(plan, "journey"))).toContain("Longest wait: 25 days (median) after Consideration.");
});

it("gives each stage the satisfaction of its touchpoints and of the customers who were there", () => {
  const surveys = [
    { account: "Acme", on: "2026-01-15", score: 3, kind: "CSAT" }, { account: "Beta", on: "2026-01-06", score: 4, kind: "CSAT" },
    { account: "Nobody", on: "2026-01-06", score: 5, kind: "CSAT", touchpoint: "Quotation" }, { account: "Nobody", on: "2026-01-06", score: 1, kind: "CSAT" },
    { account: "Acme", on: "2026-01-15", score: 10, kind: "NPS" },
  ];
  const plan = planOf({ activities, surveys });
  expect(columnOf(plan, "Journey", "Satisfaction")).toEqual(["", 3.5, 5, "", "", ""]);
  expect(wordsOf(sheetOf(plan, "journey"))).toContain("CSAT only (other kinds of survey have another scale)");
});

it("says why satisfaction is empty", () => {
  expect(wordsOf(sheetOf(planOf({ activities }), "journey"))).toContain("No survey answers were given");
  expect(wordsOf(sheetOf(planOf({ activities, surveys: [{ account: "Nobody", on: "2026-01-01", score: 4 }] }), "journey"))).toContain("No survey answer names a touchpoint");
});

it("draws the emotion from -2 to 2 over the stages", () => {
  const [chart] = sheetOf(planOf({ activities }), "journey").charts;
  expect([chart?.kind, chart?.axisMin, chart?.axisMax, chart?.series.map((series) => series.values.values)]).toEqual(["line", -2, 2, [[0, 1, 1, -1, 0, 2]]]);
});

it("makes the handoffs from the map: each stage's owner to the next one's, the last to the first", () => {
  const plan = planOf();
  expect(columnOf(plan, "Handoffs", "Passes on")).toEqual(["Marketing", "Sales", "Sales", "Customer success", "Customer service", "Customer success"]);
  expect(columnOf(plan, "Handoffs", "Takes over")).toEqual(["Sales", "Sales", "Customer success", "Customer service", "Customer success", "Marketing"]);
  expect(columnOf(plan, "Handoffs", "What is passed on").slice(0, 1)).toEqual(columnOf(plan, "Journey", "Handoff out").slice(0, 1));
  expect(columnOf(plan, "Handoffs", "Accepted when")[0]).toBe(columnOf(plan, "Journey", "Handoff in")[1]);
});

it("keeps what was typed in the map, in its order, and brings no seed back", () => {
  const memory = remember({ Journey: { columns: ["Stage", "Owner department", "Emotion", "Activities typed"], rows: [["Try", "Sales", -2, 7], ["Buy", "Finance", 1, null]] } });
  const plan = planOf({ memory, activities });
  expect(columnOf(plan, "Journey", "Stage")).toEqual(["Try", "Buy"]);
  expect(columnOf(plan, "Journey", "Activities typed")).toEqual([7, null]);
  expect(columnOf(plan, "Handoffs", "Takes over")).toEqual(["Finance", "Sales"]);
  expect(wordsOf(sheetOf(plan, "journey"))).toContain("Lowest point: Try (-2).");
});

it("places activities by the touchpoints typed before", () => {
  const memory = remember({ JourneyTouchpoints: { columns: ["Touchpoint type", "Journey stage"], rows: [["to-do", "Use"], ["Call", "Awareness"], ["Fax", null]] } });
  const plan = planOf({ memory, activities });
  expect(columnOf(plan, "JourneyTouchpoints", "Touchpoint type")).toEqual(["to-do", "Call", "Fax", "Webinar", "Quotation"]);
  expect(columnOf(plan, "JourneyTouchpoints", "Activities counted")).toEqual([1, 4, 0, 2, 2]);
  expect(columnOf(plan, "Journey", "Activities")).toEqual([6, "", 2, "", 1, ""]);
  expect(columnOf(plan, "Journey", "Days to next stage")).toEqual([30, "", "", "", "", ""]);
});

it("keeps done, date and remark of a handoff beside its stage, and those of a stage that is gone", () => {
  const day = dayOfIso("2026-05-01");
  const memory = remember({
    Handoffs: { columns: ["Step", "From stage", "Done", "Done on", "Remark"], rows: [[1, "Purchase", "Yes", day, null], [2, "Gone", "No", null, "wait"], [3, null, "Yes", null, "third"]] },
    Journey: { columns: ["Stage"], rows: [["Awareness"], ["Purchase"]] },
  });
  const plan = planOf({ memory });
  expect(columnOf(plan, "Handoffs", "From stage")).toEqual(["Awareness", "Purchase", "", ""]);
  expect(columnOf(plan, "Handoffs", "Done")).toEqual([null, "Yes", "No", "Yes"]);
  expect(columnOf(plan, "Handoffs", "Done on")).toEqual([null, day, null, null]);
  expect(columnOf(plan, "Handoffs", "Remark")).toEqual([null, null, "wait", "third"]);
  expect(wordsOf(sheetOf(plan, "journey"))).toContain("2 of 4 handoffs done.");
});

it("shows the way of the customer with most activities at first, in the order of days", () => {
  const plan = planOf({ activities });
  expect(plan.names.find((name) => name.name === "JourneyCustomer")?.input).toBe(true);
  expect(cellsUnder(plan, "Subject").slice(0, 5)).toEqual(["Spring webinar", "First call", "", "Offer 1", ""]);
  expect(cellsUnder(plan, "Stage").slice(0, 5)).toEqual(["Awareness", "Consideration", "Consideration", "Purchase", ""]);
  expect(cellsUnder(plan, "No.").slice(3, 6)).toEqual([4, "", ""]);
});

it("shows the customer chosen before, with its deals", () => {
  const deals = [{ account: "Beta", stage: "Won", outcome: "won" as const, amount: 500 }, { account: "Beta", stage: "Lead", amount: 70 }, { account: "Acme", stage: "Lead", amount: 9 }];
  const plan = planOf({ activities, deals, memory: remember({}, { JourneyCustomer: "beta" }) });
  expect(cellsUnder(plan, "Subject").slice(0, 3)).toEqual(["Hello", "Offer 2", ""]);
  const { cells } = sheetOf(plan, "journey");
  const beside = (label: string) => {
    const at = cells.find((cell) => cell.value === label);
    return cells.find((cell) => cell.row === at?.row && cell.column === at.column + 1)?.value;
  };
  expect(["Open deals", "Open amount", "Won deals", "Won amount"].map(beside)).toEqual([1, 70, 1, 500]);
});

it("shows the newest fifteen of a long way", () => {
  const many = Array.from({ length: 20 }, (_, at): MadeActivity => ["Acme", `2026-01-${String(20 - at).padStart(2, "0")}`, "Call", `Call ${20 - at}`]);
  const plan = planOf({ activities: many });
  expect(cellsUnder(plan, "Subject")).toEqual(Array.from({ length: 15 }, (_, at) => `Call ${at + 6}`));
  expect(wordsOf(sheetOf(plan, "journey"))).toContain("20 activities, 2026-01-01 to 2026-01-20; the newest 15 are below.");
});

it("keeps a chosen customer who has no activities", () => {
  const plan = planOf({ activities, memory: remember({}, { JourneyCustomer: "Nobody" }) });
  expect(wordsOf(sheetOf(plan, "journey"))).toContain("No dated activity of this customer.");
});

it.each([
  ["Marketing webinar", "awareness"], ["Event", "consideration"], ["Trade event", "awareness"], ["Meeting", "consideration"], ["Contract review", "purchase"], ["Kick-off call", "onboarding"],
  ["Customer service call", "use"], ["Renewal meeting", "renewal"], ["Task", null], ["展会", "awareness"], ["上门拜访", "consideration"], ["报价", "purchase"], ["实施", "onboarding"], ["电话回访", "use"], ["续约沟通", "renewal"], ["备注", null],
])("guesses the stage of %s", (name, stage) => {
  expect(guessStage(name)).toBe(stage);
});

const awkward = remember({
  JourneyTouchpoints: { columns: ["Touchpoint type", "Journey stage"], rows: [["Call", "Awareness"], ["*", "Use"], [null, "Use"], ["> 5", null]] },
  Journey: { columns: ["Stage", "Phase", "Owner department", "Emotion", "Satisfaction typed"], rows: [["Awareness", "Pre-sale", "Marketing", 0, 5], ["Purchase", "Sale", null, null, null], [null, "Sale", "Ops", -2, null], ["Use*", "After-sale", "Care", 2, null]] },
}, { JourneyCustomer: "A*b?~" });

const books: Readonly<Record<string, JourneyMaking>> = {
  "of activities, surveys and deals": { activities, surveys: [{ account: "Acme", on: "2026-01-15", score: 3 }], deals: [{ account: "Acme", stage: "Lead", amount: 9 }] },
  "in Chinese": { language: "zh-CN", activities: activities.map(([customer, on, , ...rest]) => [customer, on, "电话", ...rest] as const) },
  "with names that are conditions": { memory: awkward, activities: [...activities, ["A*b?~", "2026-01-01", "*"], ["Axb!~", "2026-01-02", "Quotation"], ["360", "2026-01-02", "> 5"]], deals: [{ account: "A*b?~", stage: "Lead" }] },
  "of nothing": {},
};

(isInstalled("soffice") ? it.each : it.skip.each)(Object.keys(books))("is computed the same by LibreOffice: a journey %s", async (name) => {
  expect(await disagreements(await writeXlsxInNode(planOf({ memory: emptyMemory, ...books[name] })))).toEqual([]);
}, 120_000);

it("keeps what was typed when the workbook is built in the other language, and says our own words in it", () => {
  const before = planOf({ activities });
  const typed = (name: string, change: (header: string, value: unknown, row: number) => unknown): RememberedTable => {
    const columns = tableOf(before, name).columns.map((column) => column.name);
    const contents = columns.map((header) => columnOf(before, name, header));
    return { columns, rows: (contents[0] ?? []).map((_, row) => columns.map((header, at) => change(header, contents[at]?.[row] ?? null, row) as string)) };
  };
  const memory = remember({
    Journey: typed("Journey", (header, value, row) => (header === "Pain" && row === 0 ? "waits long" : value)),
    Handoffs: typed("Handoffs", (header, value, row) => (header === "Done" && row === 1 ? "Yes" : value)),
    JourneyTouchpoints: typed("JourneyTouchpoints", (header, value) => (header === "Journey stage" ? "Use" : value)),
  });
  const after = planOf({ activities, memory, language: "zh-CN" });
  const fresh = planOf({ activities, language: "zh-CN" });
  expect(columnOf(after, "Journey", "痛点")).toEqual(["waits long", ...columnOf(fresh, "Journey", "痛点").slice(1)]);
  expect(columnOf(after, "Journey", "阶段")).toEqual(columnOf(fresh, "Journey", "阶段"));
  expect(columnOf(after, "Handoffs", textIn("zh-CN").journey.handoffs.done)[1]).toBe("是");
  expect(new Set(columnOf(after, "JourneyTouchpoints", textIn("zh-CN").journey.touchpoints.stage))).toEqual(new Set([columnOf(fresh, "Journey", "阶段")[4]]));
});

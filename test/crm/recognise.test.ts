import { recognise } from "../../src/crm/recognise";
import { readObject } from "../../src/crm/read";
import { readStageEntries } from "../../src/crm/stage-entries";
import { columnTable, tableOf } from "./tables";

it.each<[string, string, string, string, string]>([
  ["a Salesforce report", "Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Expected Revenue,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type", "Kim,Acme,A,Prospecting,Q4,5,1,10,3,2026-01-02,2026-01-01,call,Web,New", "deal", "salesforce"],
  ["a Salesforce report in Chinese", "业务机会所有人,客户名,业务机会名,阶段,财务期间,金额,可能性 (%),结束日期,创建日期", "李伟,甲,一期,Prospecting,Q4,5,10,2026-01-02,2026-01-01", "deal", "salesforce"],
  ["Salesforce leads", "Lead Owner,First Name,Last Name,Title,Company / Account,Email,Lead Source,Lead Status,Created Date", "Kim,Ann,Lee,CEO,Acme,a@b,Web,New,2026-01-01", "lead", "salesforce"],
  ["a Salesforce stage history", "Opportunity Name,Opportunity Owner,From Stage,To Stage,Stage Duration,Amount,Last Modified By,Last Modified Date", "A,Kim,Prospecting,Qualification,5,1,Kim,2026-01-02", "stageMove", "salesforce"],
  ["Salesforce activities", "Subject,Date,Assigned,Priority,Status,Activity Type,Company / Account,Opportunity,Contact,Lead,Comments", "Call,2026-01-02,Kim,High,Done,Call,Acme,A,Ann,,hi", "activity", "salesforce"],
  ["HubSpot deals", "Record ID,Deal Name,Pipeline,Deal Stage,Amount,Close Date,Create Date,Deal owner", "1,A,Sales,contractsent,5,2026-01-02,2026-01-01,Kim", "deal", "hubspot"],
  ["HubSpot deals in Chinese", "记录 ID,交易名称,管道,交易阶段,金额,结束日期,创建日期,交易所有者", "1,A,销售,成交,5,2026-01-02,2026-01-01,王芳", "deal", "hubspot"],
  ["HubSpot contacts", "Record ID,First Name,Last Name,Email,Company Name,Lifecycle Stage,Lead Status,Contact owner,Create Date", "1,Ann,Lee,a@b,Acme,Lead,New,Kim,2026-01-01", "lead", "hubspot"],
  ["纷享销客 deals", "商机名称（必填）,客户名称（必填）,商机金额(元),预计成交日期,商机阶段,赢率,商机状态,负责人,归属部门,创建时间,生命状态", "甲,甲公司,5,2026-01-02,需求确认,30%,进行中,王芳,华东,2026-01-01,正常", "deal", "fxiaoke"],
  ["纷享销客 deals of the API", "_id,name,account_id__r,amount,sales_stage,sales_status,probability,close_date,owner__r,create_time,last_followed_time", "a,甲,甲公司,5,验证客户,进行中,10,1796054400000,王芳,1788192000000,1788278400000", "deal", "fxiaoke"],
  ["纷享销客 leads", "线索名称,公司,电话,线索来源,线索状态,线索池,负责人,转换时间", "甲,甲公司,138,官网,已转换,池,王芳,2026-01-02", "lead", "fxiaoke"],
  ["Dynamics deals", "(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,Potential Customer,Est. close date,Est. revenue,Status,Owner", "x,y,46100.5,T,Acme,46200,5,Open,Kim", "deal", "dynamics"],
  ["Dynamics deals in Chinese", "(请勿修改)商机,(请勿修改)行校验和,(请勿修改)修改时间,主题,潜在客户,预计结束日期,预计收入,状态,概率,负责人", "x,y,2026-01-01,甲,甲公司,2026-02-01,5,打开,50,王芳", "deal", "dynamics"],
  ["Dynamics deals in German", "(Nicht ändern) Verkaufschance,Thema,Potenzieller Kunde,Gesch. Abschlussdatum,Gesch. Umsatz,Status,Besitzer", "x,T,Acme,01.02.2026,5,Offen,Kim", "deal", "dynamics"],
  ["Pipedrive deals", "Deal - ID,Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Stage,Deal - Status,Deal - Won time,Deal - Owner", "1,A,5,EUR,Demo,Open,,Kim", "deal", "pipedrive"],
  ["Pipedrive organisations", "Organization - Name,Organization - Owner,Organization - Labels,Organization - Address", "Acme,Kim,Hot,Street 1", "account", "pipedrive"],
  ["Pipedrive activities", "Activity - Subject,Activity - Due date,Activity - Assigned to user,Activity - Type,Activity - Done", "Call,2026-01-02,Kim,call,Done", "activity", "pipedrive"],
  ["Zoho deals", "Record Id,Deal Owner.id,Deal Owner,Amount,Deal Name,Closing Date,Account Name,Stage,Probability (%),Created Time", "z,o,Kim,5,A,2026-01-02,Acme,Qualification,10,2026-01-01", "deal", "zoho"],
  ["Odoo deals", "Created on,Opportunity,Contact Name,Salesperson,Expected Revenue,Stage,Probability,Expected Closing,Sales Team", "2026-01-01,A,Ann,Kim,5,New,12.5,2026-02-01,Europe", "deal", "other"],
  ["Japanese deals", "商談名,取引先名,フェーズ,金額,完了予定日,作成日,所有者名", "A,B社,提案,5,2026-01-02,2026-01-01,田中", "deal", "other"],
  ["campaign costs", "Campaign,Channel,Month,Spend,Leads", "C,Google,2026-01-01,$5,3", "spend", "other"],
  ["Chinese orders", "订单编号,客户名称,下单日期,产品名称,数量,单价,订单金额", "1,甲,2026-01-01,A,1,5,5", "order", "other"],
  ["survey answers", "Response Date,Customer,Score (0-10),Feedback", "2026-01-01,Acme,9,good", "survey", "other"],
  ["targets in Chinese", "姓名,团队,季度目标", "王芳,华东,80万", "rep", "other"],
])("recognises %s", (_, header, row, object, crm) => {
  expect(recognise(tableOf(header.split(","), [row.split(",")]))).toMatchObject({ object, crm });
});

it("maps headers of a home-made list by what they hint at and what their values are", () => {
  const header = "Opp #,Customer,Sales Executive,Deal Size (USD),Current Phase,Expected Sign Date,Opened On,Win Chance".split(",");
  const { mapping, object } = recognise(tableOf(header, [["1", "Acme", "Kim", "10000", "2. Demo", "2026-12-31", "2026-02-01", "40%"]]));
  expect(object).toBe("deal");
  expect(mapping).toEqual({ id: "Opp #", account: "Customer", owner: "Sales Executive", amount: "Deal Size (USD)", stage: "Current Phase", expectedClose: "Expected Sign Date", created: "Opened On", probability: "Win Chance" });
});

it("does not take a column for dates whose values are none", () => {
  const rows = ["Email Opened", "Page Visited", "SMS Sent"].map((activity, at) => [`L${at}`, activity, "Web"]);
  expect(recognise(tableOf(["Lead Name", "Last Activity", "Lead Source"], rows)).mapping).not.toHaveProperty("lastActivity");
});

it("finds the stages by their values where no header tells", () => {
  const rows = ["Prospecting", "Closed Won", "Closed Lost"].map((stage, at) => [`D${at}`, stage, "5"]);
  expect(recognise(tableOf(["Deal Name", "Where", "Amount"], rows)).mapping).toMatchObject({ stage: "Where" });
});

it("uses the first of two columns of one name", () => {
  const { mapping } = recognise(tableOf(["Deal - Title", "Deal - Value", "Deal - Value (2)"], [["A", "5", "6"]]), "deal");
  expect(mapping).toEqual({ name: "Deal - Title", amount: "Deal - Value" });
});

it("takes the person's word for the object", () => {
  expect(recognise(columnTable("Name", ["Acme"]), "account")).toMatchObject({ object: "account", mapping: { name: "Name" } });
});

it("reads HubSpot's stage dates as moves from stage to stage", () => {
  const header = ["Record ID", "Deal Name", 'Date entered "Demo (Sales Pipeline)"', 'Date exited "Demo (Sales Pipeline)"', 'Date entered "Closed Won (Sales Pipeline)"'];
  const table = tableOf(header, [["7", "A", "2026-01-01 10:00", "2026-01-11 10:00", "2026-01-11 10:00"], ["8", "B", "", "", ""]]);
  const moves = readStageEntries(table, { id: "Record ID", name: "Deal Name" }, "hubspot")!;
  expect(moves.columns).toMatchObject({ dealId: ["7", "7"], from: [null, "Demo"], to: ["Demo", "Closed Won"], days: [10, null] });
});

it("names stages of the history as the deals do, with their pipeline", () => {
  const header = ["Deal Name", "Deal Stage", 'Date entered "Demo (Sales Pipeline)"', 'Date entered "Closed Won (Sales Pipeline)"'];
  const table = tableOf(header, [["A", "Demo (Sales Pipeline)", "2026-01-01", ""], ["B", "Closed Won (Sales Pipeline)", "2026-01-01", "2026-01-11"]]);
  const moves = readStageEntries(table, { name: "Deal Name", stage: "Deal Stage" }, "hubspot")!;
  expect(moves.columns.to).toEqual(["Demo (Sales Pipeline)", "Demo (Sales Pipeline)", "Closed Won (Sales Pipeline)"]);
});

it("takes Last Modified of an opportunity history for the day of the move", () => {
  const table = tableOf(["Opportunity Name", "From Stage", "To Stage", "Last Modified", "Last Modified By", "Amount"], [["A", "", "Prospecting", "1/3/2026", "Ann", "5"], ["A", "Prospecting", "Closed Won", "1/13/2026", "Ann", "5"]]);
  expect(recognise(table)).toMatchObject({ object: "stageMove", mapping: { on: "Last Modified", by: "Last Modified By", to: "To Stage" } });
});

it("reads headers and stages in traditional Chinese", () => {
  const header = ["商機名稱", "客戶名稱", "階段", "預計成交金額", "負責人", "創建時間", "預計成交日期"];
  const table = tableOf(header, [["A", "甲", "贏單", "5", "張三", "2026-01-01", "2026-02-01"], ["B", "乙", "輸單", "6", "張三", "2026-01-01", "2026-02-01"], ["C", "丙", "需求確認", "6", "張三", "2026-01-01", "2026-02-01"]]);
  const { object, crm, mapping } = recognise(table);
  expect([object, mapping]).toEqual(["deal", { name: "商機名稱", account: "客戶名稱", stage: "階段", amount: "預計成交金額", owner: "負責人", created: "創建時間", expectedClose: "預計成交日期" }]);
  expect(readObject("deal", table, mapping, crm).columns.outcome).toEqual(["won", "lost", "open"]);
});

it.each(["Amount (in thousands)", "Amount in thousands", "Amount (T€)", "Amount in TEUR", "Amount ($000)", "Amount (₹ Lakhs)", "Amount (US$ bn)", "金额（千万元）"])("finds the amount in %s, whose cells are then in that unit", (header) => {
  expect(recognise(tableOf(["Deal Name", "Stage", header, "Close Date"], [["A", "Won", "5", "2026-01-02"]])).mapping["amount"]).toBe(header);
});

it("takes no mark of a task for its end, and no account's first day for the day somebody was hired", () => {
  const tasks = recognise(tableOf(["Activity ID", "Subject", "Assigned", "Due Date", "Task Subtype", "Status", "Task"], [["1", "Call", "Ann", "2026-01-02", "Call", "Open", "1"], ["2", "Call", "Ann", "2026-01-02", "Call", "Open", "0"]]));
  expect([tasks.object, tasks.mapping["isDone"]]).toEqual(["activity", undefined]);
  const users = recognise(tableOf(["Id", "FirstName", "LastName", "Username", "IsActive", "ManagerId", "CreatedDate"], [["005", "Ann", "Lee", "a@x.example", "true", "", "2026-01-02"]]));
  expect([users.object, users.mapping["hired"]]).toEqual(["rep", undefined]);
});

it.each([["30 min", "45 min", "1h 30m", "2 hours"], ["01:30", "00:45", "02:00", "00:10"], ["1.5 h", "2 h", "45 min", "3 h"], ["30", "45", "90", "120"]])("takes %s … for the minutes of activities", (...texts) => {
  const table = tableOf(["Subject", "Type", "Activity Date", "Duration"], texts.map((text, at) => [`s${at}`, "Call", `2026-01-0${at + 1}`, text]));
  expect(recognise(table, "activity").mapping["minutes"]).toBe("Duration");
});

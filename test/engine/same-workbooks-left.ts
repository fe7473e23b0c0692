// What a workbook from groups does not say as the one from records, block by block: what needs every record by itself, with the
// reason on the sheet. Findings: columns without a field are in no group.

/** Of everything at once, by language. */
export const leftOfEverything = {
  en: [
    "comparison: ComparedDefinitions: If empty, why",
    "gates: GateLimits: Median won, Times median",
    "gates: “Left out: days by stage need deals that are rows of their own, at most 200,000 stays, and days or times that tell which move came first; here the records are in groups.”",
    "history: “Slipped deals need two snapshots, or a stage history with the close date of each line: none shows an expected close that changed yet.”",
    "history: “There is no snapshot of the deals yet, so nothing can be said of changes.”",
    "history: “What changes from one refresh to the next is not logged here: it needs every deal by itself, and the deals are in groups.”",
    "importReport: Findings: Finding, What it means",
    "journey: “Customer”",
    "journey: “No.”",
    "team: TeamAwards: Activities for others, Deals helped, Points",
    "team: “Activities on colleagues' deals are counted over the whole activity export. An activity whose deal is not in the deal export, or whose deal name has several owners, is not counted.”",
    "team: “Best newcomer”",
    "value: “First won deals”",
    "value: “Won deals”",
    "winLoss: WinLossStages: Lost deals, Mean, lost, Mean, won, Median, lost, Median, won, Stage, Won deals",
    "winLoss: “Left out: days by stage need deals that are rows of their own, at most 200,000 stays, and days or times that tell which move came first; here the records are in groups.”",
  ],
  "zh-CN": [
    "comparison: ComparedDefinitions: 为空的原因, 使用行数, 分子, 分母, 差异, 数值",
    "gates: GateLimits: 中位数倍数, 赢单中位数",
    "gates: “未列出：各阶段天数需要逐条的商机、不超过 20 万条停留记录，以及能分出先后的日期或时间；这里的记录已分组。”",
    "history: “延期需要两次快照，或每行带成交日期的阶段历史：目前还没有预计成交日期发生变化。”",
    "history: “还没有商机快照，无法说明变化。”",
    "history: “这里不记录两次刷新之间的变化：那需要逐条的商机，而这里的商机已分组。”",
    "importReport: Findings: 发现, 说明",
    "journey: “客户”",
    "journey: “序号”",
    "team: TeamAwards: 协作商机数, 协作活动数, 积分",
    "team: “参与同事商机的活动按整个活动导出统计。商机不在商机导出中，或商机名称对应多个负责人的活动，不计入。”",
    "team: “最佳新人奖”",
    "value: “赢单商机”",
    "value: “首次赢单客户”",
    "winLoss: WinLossStages: 赢单中位, 赢单平均, 赢单数, 输单中位, 输单平均, 输单数, 阶段",
    "winLoss: “未列出：各阶段天数需要逐条的商机、不超过 20 万条停留记录，以及能分出先后的日期或时间；这里的记录已分组。”",
  ],
} as const;

/** Of made deals. */
export const leftOfMade = [
  "history: “Slipped deals need two snapshots, or a stage history with the close date of each line: none shows an expected close that changed yet.”",
  "history: “There is no snapshot of the deals yet, so nothing can be said of changes.”",
  "history: “What changes from one refresh to the next is not logged here: it needs every deal by itself, and the deals are in groups.”",
] as const;

/** Of real exports. */
export const leftOfShared = {
  maven: [
    "history: “Slipped deals need two snapshots, or a stage history with the close date of each line: none shows an expected close that changed yet.”",
    "history: “There is no snapshot of the deals yet, so nothing can be said of changes.”",
    "history: “What changes from one refresh to the next is not logged here: it needs every deal by itself, and the deals are in groups.”",
  ],
  salesforce: [
    "history: “Slipped deals need two snapshots, or a stage history with the close date of each line: none shows an expected close that changed yet.”",
    "history: “There is no snapshot of the deals yet, so nothing can be said of changes.”",
    "history: “What changes from one refresh to the next is not logged here: it needs every deal by itself, and the deals are in groups.”",
    "importReport: Findings: Finding, What it means",
  ],
  xeducation: [
    "importReport: Findings: Finding, What it means",
  ],
  telco: [
    "health: HealthBands: Band, Customers, Revenue, Share of revenue",
    "health: HealthColumns: Column, Highest, Kind, Lowest, Median, With a value",
    "health: HealthExceptions: Column it reads, Customers, Exception, Highest score, Is, State, Value, What to do",
    "health: HealthMeasures: Better, Column it reads, Good, Measure, Poor, Red here, State, Weight, What to do when red, With a value, Without a value",
    "health: “Columns a measure can read”",
    "health: “Customer health: left out, since it needs every record by itself and the records are in groups here.”",
    "health: “Customer health”",
    "health: “Healthy customers”",
    "health: “How healthy are the customers?”",
    "health: “No customer is red.”",
    "health: “Numbers of the accounts, days counted from their dates, and what surveys, orders and activities tell of a customer. Words serve exceptions only.”",
    "health: “Red customers to see first”",
    "health: “Renewals ahead”",
    "health: “Revenue is the monthly revenue of the accounts.”",
    "health: “The next refresh shows the change”",
    "health: “The renewal list needs a date: add a column such as “Renewal date” to the export of accounts.”",
    "healthScores: only from records",
    "importReport: Findings: Finding, What it means",
    "loyalty: LoyaltyChurnSplit: Against all, By, Churn, Customers, Left, No., Revenue churn, Value",
    "loyalty: “Every column of the accounts with 2 to 12 different words, most telling first; 48 of 48 lines. “Against all” is the churn of the line less the churn of all.”",
    "loyalty: “Every column of the accounts with 2 to 12 different words, most telling first; 8 of 8 lines. “Against all” is the churn of the line less the churn of all.”",
    "loyalty: “gender, SeniorCitizen, Partner, Dependents, PhoneService, MultipleLines, InternetService, OnlineSecurity, OnlineBackup, DeviceProtection, TechSupport, StreamingTV, StreamingMovies, PaperlessBilling, PaymentMethod: left out, since it needs every record by itself and the records are in groups here.”",
  ],
  airlines: [
    "journey: “No survey answer names a touchpoint of a stage or a customer who was in one on that day, so satisfaction is yours to type.”",
    "journey: “Survey answers come in groups, which do not tell how far a customer had come on that day, so satisfaction is yours to type.”",
  ],
  cnauto: [
    "gates: GateFields: 填写比例, 字段",
    "handoverTicks: only from records",
    "history: “延期需要两次快照，或每行带成交日期的阶段历史：目前还没有预计成交日期发生变化。”",
    "history: “还没有商机快照，无法说明变化。”",
    "history: “这里不记录两次刷新之间的变化：那需要逐条的商机，而这里的商机已分组。”",
    "importReport: Findings: 发现, 说明",
    "together: HandoffChecklist: 已完成单数",
    "together: “一张订单在部门之间交接什么。天数从签约日算起：0 表示签约当日前完成，负数表示提前。客户全旅程各阶段的交接见“客户旅程”工作表。”",
    "together: “统计自此日起的赢单”",
    "value: “赢单商机”",
    "value: “首次赢单客户”",
  ],
  cdnow: [],
} as const;

/** Besides, where not all deals won since the day of hand-overs are rows of their own. */
export const leftOfManyMade = [
  "handoverTicks: only from records",
  "together: HandoffChecklist: Deals done",
  "together: “Count deals won from”",
  "together: “What one department hands to the next on the way of a deal. Days count from signing: 0 is by signing, minus is before. Hand-overs between stages of the customer's whole way are on the Journey sheet.”",
] as const;

// A company's exports of every kind, made by chance from a seed: what the sheets of the catalogue are tried on.

import { isProblem, parseTable } from "../src/crm/table";
import type { ObjectKind } from "../src/crm/reading";
import { linkImports, readExport } from "../src/read-exports";
import type { Import } from "../src/sheets/data/import";
import type { Memory } from "../src/sheets/memory";
import { emptyMemory } from "../src/sheets/memory";
import type { Language } from "../src/text/language";
import { dayOf, isoOf, type Day } from "../src/values";

/** How many rows of each kind. */
type Sizes = Readonly<Record<ObjectKind, number>>;

export const small: Sizes = { deal: 160, lead: 180, account: 60, activity: 400, stageMove: 0, spend: 24, order: 420, survey: 140, rep: 9 };
/** The size of the catalogue's promise: 10,000 deals and leads, 50,000 activities and orders. */
export const large: Sizes = { deal: 10_000, lead: 10_000, account: 2_000, activity: 50_000, stageMove: 0, spend: 120, order: 50_000, survey: 2_000, rep: 40 };

export const everythingAsOf = dayOf(2026, 11, 20) as Day;

/** The exports read, and linked. */
export function everything(language: Language, sizes: Sizes = small, memory: Memory = emptyMemory): readonly Import[] {
  return importsOf(exportTexts(language, sizes), memory);
}

/** Export texts read, and linked. */
export function importsOf(texts: Readonly<Partial<Record<ObjectKind, string>>>, memory: Memory = emptyMemory): readonly Import[] {
  return linkImports(Object.entries(texts).map(([object, text]) => {
    const table = parseTable({ file: `${object}.csv`, text });
    if (isProblem(table)) throw new Error(`${object}: ${table.problem}`);
    return readExport(table, { object: object as ObjectKind, memory });
  }));
}

/** Each export as CSV text, by object; none of those with no rows. */
export function exportTexts(language: Language, sizes: Sizes = small): Readonly<Partial<Record<ObjectKind, string>>> {
  const chance = chances(7);
  const words = language === "en" ? english : chinese;
  const reps = many(sizes.rep, (at) => words.rep(at));
  const accounts = many(sizes.account, (at) => words.account(at));
  const pick = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
  const ago = (most: number, least = 0) => everythingAsOf - least - Math.floor(chance() * (most - least));
  const maybe = (share: number, text: string | number) => (chance() < share ? String(text) : "");
  const tables: Record<ObjectKind, readonly (readonly (string | number)[])[]> = {
    stageMove: [],
    deal: many(sizes.deal, (at) => {
      const created = ago(540);
      const stage = pick(words.stages);
      const closed = Math.min(everythingAsOf, created + 10 + Math.floor(chance() * 150));
      const isClosed = stage === words.won || stage === words.lost;
      const due = isClosed ? closed : everythingAsOf - 20 + Math.floor(chance() * 120);
      return [
        `D${at + 1}`, `${words.deal} ${at + 1}`, pick(accounts), pick(reps), stage, maybe(0.94, Math.round(5_000 + chance() * 95_000)), date(created), date(due),
        date(Math.min(everythingAsOf, created + Math.floor(chance() * 60))), maybe(0.9, date(ago(60))), pick(words.sources), pick(words.products),
        stage === words.lost ? maybe(0.9, pick(words.reasons)) : "", maybe(0.5, pick(words.competitors)), maybe(0.6, pick(words.steps)), Math.floor(chance() * 4), pick(words.regions), maybe(0.8, words.person(at)), date(ago(30)),
      ];
    }),
    lead: many(sizes.lead, (at) => {
      const created = ago(300, 5);
      const size = pick([20, 80, 300, 1_200, 5_000]);
      const industry = pick(words.industries);
      const isConverted = chance() < (size > 1_000 ? 0.5 : 0.2) + (industry === words.industries[0] ? 0.25 : 0);
      return [
        `L${at + 1}`, words.person(at), pick(accounts), pick(words.titles), maybe(0.9, `p${at}@example.com`), maybe(0.7, pick(reps)), pick(words.sources), pick(words.statuses), industry, maybe(0.92, size),
        date(created), maybe(0.85, date(Math.min(everythingAsOf, created + Math.floor(chance() * 90)))), isConverted ? words.yes : words.no, isConverted ? date(Math.min(everythingAsOf, created + 3 + Math.floor(chance() * 60))) : "",
        chance() < 0.4 ? words.yes : words.no, chance() < 0.25 ? words.yes : words.no, Math.floor(chance() * 12),
      ];
    }),
    account: many(sizes.account, (at) => {
      const start = ago(1_400, 60);
      const isGone = chance() < 0.18;
      return [
        `A${at + 1}`, accounts[at] ?? "", pick(reps), pick(words.segments), pick(words.industries), pick([20, 80, 300, 1_200]), date(start), date(start), date(everythingAsOf - 40 + Math.floor(chance() * 200)),
        Math.round(200 + chance() * 3_000), isGone ? words.yes : words.no, maybe(0.9, Math.round(chance() * 100)), maybe(0.9, Math.floor(chance() * 9)), maybe(0.8, Math.round(50 + chance() * 50)), Math.round((everythingAsOf - start) / 30.4), maybe(0.9, date(ago(120))),
      ];
    }),
    activity: many(sizes.activity, (at) => {
      const on = ago(365);
      return [`T${at + 1}`, pick(words.activities), `${words.deal} ${1 + Math.floor(chance() * Math.max(1, sizes.deal))}`, pick(accounts), pick(reps), date(on), date(Math.min(everythingAsOf, on + (chance() < 0.7 ? 0 : Math.floor(chance() * 6)))), Math.floor(10 + chance() * 80)];
    }),
    spend: many(sizes.spend, (at) => {
      const start = everythingAsOf - 20 - (at % 12) * 30;
      return [words.campaign(at), words.sources[at % words.sources.length] ?? "", date(start), date(start + 27), Math.round(1_000 + chance() * 9_000), Math.floor(chance() * 60), Math.floor(chance() * 8)];
    }),
    order: many(sizes.order, (at) => {
      const price = Math.round(20 + chance() * 900);
      return [`O${at + 1}`, pick(accounts), date(ago(720)), pick(words.products), 1 + Math.floor(chance() * 5), price, Math.round(price * (0.3 + chance() * 0.5))];
    }),
    survey: many(sizes.survey, (at) => {
      const isNps = at % 2 === 0;
      return [pick(accounts), pick(words.segments), date(ago(360)), isNps ? "NPS" : "CSAT", isNps ? Math.floor(chance() * 11) : 1 + Math.floor(chance() * 5)];
    }),
    rep: many(sizes.rep, (at) => {
      const quota = Math.round(200_000 + chance() * 600_000);
      return [reps[at] ?? "", pick(words.regions), at % 4 === 0 ? date(ago(80)) : date(ago(1_500, 100)), quota, Math.round(quota * (0.5 + chance() * 0.8)), `${Math.round(60 + chance() * 40)}%`, `${Math.round(50 + chance() * 50)}%`, 10_000 + (at % 3) * 2_500];
    }),
  };
  return Object.fromEntries((Object.keys(tables) as ObjectKind[]).filter((object) => tables[object].length > 0)
    .map((object) => [object, [words.headers[object], ...tables[object]].map((row) => row.map(quoted).join(",")).join("\n")]));
}

const english = {
  yes: "Yes", no: "No", won: "Closed Won", lost: "Closed Lost", deal: "Deal",
  stages: ["Prospecting", "Qualification", "Proposal", "Negotiation", "Closed Won", "Closed Won", "Closed Lost", "Closed Lost"],
  rep: (at: number) => `${["Anna", "Ben", "Carla", "David", "Elena", "Femi", "Grace", "Hugo"][at % 8]} ${["Keller", "Osei", "Rossi", "Novak", "Silva"][Math.floor(at / 8) % 5]}`,
  account: (at: number) => `${["Northwind", "Greenway", "Bluepeak", "Silverline", "Oakfield"][at % 5]} ${["Textiles", "Logistics", "Foods", "Energy", "Media"][Math.floor(at / 5) % 5]} ${Math.floor(at / 25) + 1}`,
  person: (at: number) => `${["Ida", "Jon", "Kira", "Luis", "Maya", "Nils"][at % 6]} ${["Berg", "Chen", "Diaz", "Evans"][Math.floor(at / 6) % 4]} ${at}`,
  campaign: (at: number) => `Campaign ${at + 1}`,
  sources: ["Web", "Referral", "Trade show", "Partner"], products: ["Basic", "Pro", "Enterprise"], reasons: ["Price", "Lost to competitor", "No budget", "No decision"], competitors: ["Acme", "Globex", "Initech"],
  steps: ["Send offer", "Call", "Demo"], regions: ["North", "South", "West"], industries: ["Technology", "Finance", "Retail", "Public"], titles: ["CEO", "Buyer", "IT lead"], statuses: ["New", "Working", "Nurture"], segments: ["SMB", "Mid", "Enterprise"],
  activities: ["Call", "Meeting", "Email", "Demo"],
  headers: {
    stageMove: [],
    deal: ["Deal ID", "Deal Name", "Account Name", "Owner", "Stage", "Amount", "Created Date", "Close Date", "Stage Since", "Last Activity Date", "Lead Source", "Product", "Lost Reason", "Competitor", "Next Step", "Push Count", "Region", "Contact", "Last Modified"],
    lead: ["Lead ID", "Lead Name", "Company", "Job Title", "Email", "Lead Owner", "Lead Source", "Lead Status", "Industry", "No. of Employees", "Created Date", "Last Activity", "Converted", "Converted Date", "Downloaded whitepaper", "Attended webinar", "Pricing page visits"],
    account: ["Account ID", "Account Name", "Account Owner", "Segment", "Industry", "Employees", "Created Date", "Contract Start", "Renewal Date", "Monthly Revenue", "Churned", "Usage", "Support Tickets", "CSAT", "Tenure", "Last Activity"],
    activity: ["Activity ID", "Activity Type", "Deal", "Account Name", "Owner", "Date", "Created Date", "Duration"],
    spend: ["Campaign Name", "Channel", "Start Date", "End Date", "Actual Cost", "Leads", "Customers"],
    order: ["Order ID", "Customer", "Order Date", "Product", "Quantity", "Amount", "Cost"],
    survey: ["Account", "Segment", "Date", "Survey", "Score"],
    rep: ["Rep", "Region", "Hire Date", "Quota", "Sales", "CSAT", "Process", "Bonus Base"],
  },
} as const;

const chinese: Shape<typeof english> = {
  yes: "是", no: "否", won: "赢单", lost: "输单", deal: "商机",
  stages: ["初步接洽", "需求确认", "方案报价", "商务谈判", "赢单", "赢单", "输单", "输单"],
  rep: (at) => `${["王", "李", "张", "刘", "陈", "杨", "赵", "黄"][at % 8]}${["伟", "芳", "娜", "敏", "静"][Math.floor(at / 8) % 5]}`,
  account: (at) => `${["恒信", "江南", "蓝海", "银河", "绿洲"][at % 5]}${["纺织", "物流", "食品", "能源", "传媒"][Math.floor(at / 5) % 5]}${Math.floor(at / 25) + 1}公司`,
  person: (at) => `${["罗", "郭", "何", "高", "林", "郑"][at % 6]}${["敏", "涛", "明", "丽"][Math.floor(at / 6) % 4]}${at}`,
  campaign: (at) => `活动${at + 1}`,
  sources: ["官网", "转介绍", "展会", "渠道伙伴"], products: ["基础版", "专业版", "企业版"], reasons: ["价格", "输给竞争对手", "没有预算", "没有决定"], competitors: ["甲公司", "乙公司", "丙公司"],
  steps: ["发报价", "电话", "演示"], regions: ["华北", "华东", "华南"], industries: ["科技", "金融", "零售", "政府"], titles: ["总经理", "采购", "信息主管"], statuses: ["未分配", "跟进中", "待处理"], segments: ["小微", "中型", "大型"],
  activities: ["电话", "拜访", "邮件", "演示"],
  headers: {
    stageMove: [],
    deal: ["商机编号", "商机名称", "客户名称", "负责人", "商机阶段", "商机金额", "创建时间", "成交日期", "阶段进入时间", "最后跟进时间", "商机来源", "产品", "输单原因", "竞争对手", "下一步", "延期次数", "区域", "联系人", "最后修改时间"],
    lead: ["线索编号", "姓名", "公司", "职位", "邮箱", "负责人", "线索来源", "线索状态", "行业", "员工规模", "创建时间", "最后跟进时间", "是否转化", "转换时间", "下载白皮书", "参加研讨会", "访问定价页次数"],
    account: ["客户编号", "客户名称", "负责人", "客户级别", "行业", "员工规模", "创建时间", "合同开始日期", "续约日期", "月收入", "是否流失", "使用频率", "支持请求数", "满意度", "在网月数", "最后跟进时间"],
    activity: ["活动编号", "跟进方式", "商机名称", "客户名称", "跟进人", "跟进时间", "创建时间", "时长"],
    spend: ["活动名称", "渠道", "开始日期", "结束日期", "实际费用", "线索数", "客户数"],
    order: ["订单编号", "客户名称", "订单日期", "产品", "数量", "订单金额", "成本"],
    survey: ["客户名称", "客户级别", "日期", "调查类型", "评分"],
    rep: ["姓名", "区域", "入职日期", "业绩目标", "销售额", "满意度", "过程指标", "奖金基数"],
  },
};

/** The same keys with any texts. */
type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] extends readonly string[] ? readonly string[] : T[K] extends (at: number) => string ? (at: number) => string : Shape<T[K]> };

function many<T>(count: number, make: (at: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function date(day: number): string {
  return isoOf(day as Day);
}

function quoted(value: string | number): string {
  return /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

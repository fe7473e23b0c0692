// The pipelines CRMs come with: their stages in order, in every spelling, with the probabilities they start with.

import { stageKey } from "./outcome";
import type { Outcome } from "./objects/deal";
import type { Crm } from "./reading";

/** A stage as a CRM delivers it; `names` are its spellings. */
export interface DefaultStage {
  readonly names: readonly string[];
  readonly outcome: Outcome;
  readonly probability: number | null;
}

/** Spellings parted by ` | `, probability in percent; won and lost close each list. */
const pipelines: readonly { readonly crm: Crm; readonly stages: readonly (readonly [string, number | null])[] }[] = [
  {
    crm: "salesforce",
    stages: [
      ["Prospecting | 预期 | 发掘 | 勘探 | 寻找潜在客户 | 潜在客户开发", 10],
      ["Qualification | 评价 | 资格认定 | 资格审查 | 限定条件", 10],
      ["Needs Analysis | 需求分析", 20],
      ["Value Proposition | 价值主张 | 价值建议", 50],
      ["Id. Decision Makers | 确定决策者", 60],
      ["Perception Analysis | 感性分析 | 认知分析", 70],
      ["Proposal/Price Quote | Proposal | 提案/报价 | 提案 | 建议/报价", 75],
      ["Negotiation/Review | Negotiation | 协商/审核 | 协商 | 谈判/复查", 90],
      ["Closed Won | 赢得并结束 | 结束并赢得 | 已结束且赢得", 100],
      ["Closed Lost | 失去并结束 | 结束但丢失 | 已结束但丢失", 0],
    ],
  },
  {
    crm: "hubspot",
    stages: [
      ["Appointment Scheduled | appointmentscheduled | 已安排约会", 20],
      ["Qualified To Buy | qualifiedtobuy | 有资格购买", 40],
      ["Presentation Scheduled | presentationscheduled | 已安排演示", 60],
      ["Decision Maker Bought-In | decisionmakerboughtin | 决策者认同", 80],
      ["Contract Sent | contractsent | 已发送合同", 90],
      ["Closed Won | closedwon | 成交 | 已成交", 100],
      ["Closed Lost | closedlost | 丢单", 0],
    ],
  },
  {
    crm: "fxiaoke",
    stages: [
      ["线索识别 | 初步接洽 | 初步沟通 | 发现商机", null],
      ["验证客户 | 客户验证", 10],
      ["需求确认 | 需求分析 | 确认需求", 30],
      ["方案/报价 | 方案演示 | 方案报价 | 方案制定 | 提供方案", 60],
      ["商务谈判 | 谈判审核 | 谈判 | 谈判/审核", 80],
      ["赢单 | 成交", 100],
      ["输单", 0],
      ["无效", 0],
    ],
  },
  {
    crm: "dynamics",
    stages: [
      ["Qualify | 1-Qualify | Qualifizieren | 授予资格", null],
      ["Develop | 2-Develop | Entwickeln | 开发", null],
      ["Propose | 3-Propose | Vorschlagen | 建议", null],
      ["Close | 4-Close | Abschließen | 结束", null],
      ["Won | Gewonnen", 100],
      ["Lost | Verloren", 0],
    ],
  },
  {
    crm: "pipedrive",
    stages: [
      ["Qualified | Lead In", null],
      ["Contact Made", null],
      ["Demo Scheduled", null],
      ["Proposal Made", null],
      ["Negotiations Started", null],
      ["Won", 100],
      ["Lost", 0],
    ],
  },
  {
    crm: "zoho",
    stages: [
      ["Qualification", 10],
      ["Needs Analysis", 20],
      ["Value Proposition", 40],
      ["Identify Decision Makers | Id. Decision Makers", 60],
      ["Proposal/Price Quote", 75],
      ["Negotiation/Review", 90],
      ["Closed Won | Closed (Won)", 100],
      ["Closed Lost | Closed (Lost)", 0],
      ["Closed Lost to Competition | Closed-Lost to Competition", 0],
    ],
  },
  {
    crm: "other",
    stages: [
      ["Lead | New | Prospect | Prospecting | 线索 | 创建交易 | 新建 | 初次接触", null],
      ["Contacted | Engaging | Discovery | Qualification | Qualified | 接洽 | 沟通", null],
      ["Demo | Meeting | Needs Analysis | Evaluation | 演示 | 确认清单", null],
      ["Proposal | Quote | Quotation | Proposal Sent | 报价 | 方案 | 交付定金", null],
      ["Negotiation | Contract | Verbal Commit | Commit | 谈判 | 合同 | 产品检验", null],
      ["Won", 100],
      ["Lost", 0],
    ],
  },
];

/** The default pipeline of a CRM. */
export function pipelineOf(crm: Crm): readonly DefaultStage[] {
  const found = pipelines.find((pipeline) => pipeline.crm === crm) ?? pipelines[pipelines.length - 1]!;
  return found.stages.map(([names, percent], at) => ({
    names: names.split(" | "),
    outcome: percent === 100 ? "won" : percent === 0 && at > 0 ? "lost" : "open",
    probability: percent === null ? null : percent / 100,
  }));
}

/** A stage's place in a CRM's default pipeline; -1 for a stage of one's own. */
export function placeOf(stage: string, pipeline: readonly DefaultStage[]): number {
  const key = stageKey(stage);
  return pipeline.findIndex(({ names }) => names.some((name) => stageKey(name) === key));
}

const openKeys = new Set(
  pipelines.flatMap(({ crm }) => pipelineOf(crm).filter(({ outcome }) => outcome === "open").flatMap(({ names }) => names.map(stageKey))),
);

/** True for an open stage that some CRM delivers. */
export function isDefaultOpenStage(stage: string): boolean {
  let known = remembered.get(stage);
  if (known === undefined) {
    known = openKeys.has(stageKey(stage));
    if (remembered.size < 10_000) remembered.set(stage, known);
  }
  return known;
}

const remembered = new Map<string, boolean>();

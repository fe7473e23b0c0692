import type { TogetherSeeds } from "../en/together-seeds";

/** What working together starts with, in Chinese. */
export const togetherSeeds: TogetherSeeds = {
  kpis: [
    { kpi: "客户留存率", department: "all", agreed: "年度流失率从 20% 降至 10%，即十个客户留住九个", measure: "customers.kept", unit: "percent", direction: "atLeast", target: 0.9 },
    { kpi: "客户满意度", department: "all", agreed: "关键客户满意度，按调查结果", measure: null, unit: "percent", direction: "atLeast", target: 0.9 },
    { kpi: "合格线索到商机转化率", department: "marketing", agreed: "移交的合格线索（MQL）中，销售接收并跟进（SQL）的比例", measure: "lead-conversion", unit: "percent", direction: "atLeast", target: 0.25 },
    { kpi: "线索 24 小时跟进率", department: "sales", agreed: "销售在 24 小时内联系新的 MQL", measure: null, unit: "percent", direction: "atLeast", target: 0.95 },
    { kpi: "赢单率", department: "sales", agreed: "近 12 个月结单商机中赢单的比例", measure: "trailing.win-rate", unit: "percent", direction: "atLeast", target: 0.3 },
    { kpi: "销售周期", department: "sales", agreed: "从创建到赢单的平均天数，由 90 天缩短至 75 天", measure: "trailing.cycle", unit: "days", direction: "atMost", target: 75 },
    { kpi: "签约前可行性确认率", department: "product", agreed: "签约前经产品部确认可行性的合同占比", measure: null, unit: "percent", direction: "atLeast", target: 1 },
    { kpi: "承诺按期交付率", department: "product", agreed: "合同承诺的功能按约定日期交付的比例", measure: null, unit: "percent", direction: "atLeast", target: 0.9 },
    { kpi: "首次响应时间", department: "service", agreed: "从客户提出请求到人工首次回复", measure: null, unit: "hours", direction: "atMost", target: 4 },
    { kpi: "按时交接率", department: "service", agreed: "赢单客户在约定天数内完成客服交接的比例", measure: null, unit: "percent", direction: "atLeast", target: 0.95 },
  ],
  handoffs: [
    { step: "合格线索移交销售", phase: "preSale", from: "marketing", to: "sales", what: "得分与理由、来源、下载与参会记录", when: "线索达到 MQL 分数", days: -75 },
    { step: "需求确认", phase: "preSale", from: "sales", to: "product", what: "现状、问题、影响、期望结果；决策人", when: "方案演示之前", days: -45 },
    { step: "可行性确认", phase: "preSale", from: "product", to: "sales", what: "标准功能、定制内容、交付时间与风险，产品部签字", when: "签约之前", days: 0 },
    { step: "承诺与条款移交", phase: "sale", from: "sales", to: "service", what: "合同、承诺的功能与日期、价格、特殊条款", when: "合同签订", days: 2 },
    { step: "向客户介绍客服团队", phase: "sale", from: "sales", to: "service", what: "联系人与角色、客户目标、沟通历史", when: "与客户共同召开启动会", days: 7 },
    { step: "确认客户成功计划", phase: "afterSale", from: "service", to: "all", what: "达成首个成果的步骤、负责人与日期、衡量方式", when: "启动会之后", days: 14 },
    { step: "需求与问题反馈产品部", phase: "afterSale", from: "service", to: "product", what: "需求与缺陷，涉及的客户数和金额", when: "使用满一个月", days: 45 },
    { step: "首个成果告知市场部", phase: "afterSale", from: "service", to: "marketing", what: "量化成果，客户同意作为案例", when: "达成首个目标", days: 90 },
  ],
  agenda: [
    { topic: "上次行动项回顾", minutes: 15, leader: "all", prepare: "下方行动项：已完成、未完成、已逾期" },
    { topic: "共同 KPI", minutes: 20, leader: "sales", prepare: "上方看板：哪些未达标，原因是什么" },
    { topic: "客户生命周期中的问题", minutes: 30, leader: "service", prepare: "投诉、流失客户、旅程中的低谷" },
    { topic: "销售承诺与产品交付", minutes: 20, leader: "product", prepare: "延迟或遗漏的交接、额外需求" },
    { topic: "线索质量与跟进", minutes: 15, leader: "marketing", prepare: "各来源转化率、评分规则" },
    { topic: "联合项目与决议", minutes: 20, leader: "all", prepare: "已完成项目的效果、下季度提案" },
  ],
  projects: [
    { project: "统一 MQL 标准", partner: "marketing", aim: "双方认可评分规则；合格线索转化率达到 25%" },
    { project: "两天内完成可行性确认", partner: "product", aim: "没有产品部答复不签合同" },
    { project: "客户首个 90 天", partner: "service", aim: "每个新客户有计划和负责人，减少首年流失" },
  ],
};

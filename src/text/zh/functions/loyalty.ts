import type { ChineseDescribed, ChineseHelp } from "../../functions";

type Id = "NPS" | "CSAT" | "RETENTION" | "CHURN" | "NRR";

/** What the JSDoc says, in Chinese. */
export const loyaltyDescribed: ChineseDescribed<Id> = {
  NPS: { description: "净推荐值：9 至 10 分的占比减去 0 至 6 分的占比，以全部回答为分母。", parameters: { scores: "0 到 10 的评分；空单元格不算回答" }, returns: "-100 到 100 的分值，不取整" },
  CSAT: {
    description: "客户满意度：满意回答的占比；1 至 5 分制中 4 分和 5 分为满意。",
    parameters: { scores: "评分；空单元格不算回答", satisfiedFrom: "从几分起算满意。省略为最高的两档：5 分制为 4，10 分制为 9", best: "评分的最高分。省略为 5" },
    returns: "满意回答的占比，0 到 1",
  },
  RETENTION: {
    description: "留存率：期初客户中到期末仍在的占比。也可按客户逐个填写是否流失。",
    parameters: { start: "期初客户数；或每个客户是否流失：是或否、流失或活跃", end: "期末客户数，含新客户；填数字时必填", newCustomers: "期内新客户数。省略为 0" },
    returns: "留存占比，0 到 1",
  },
  CHURN: {
    description: "流失率：一期内流失的客户或收入占比。也可按客户逐个填写是否流失。",
    parameters: { start: "期初客户数或经常性收入；或每个客户是否流失：是或否、流失或活跃", lost: "流失的客户数或收入；填数字时必填。逐个填是否流失时，可填每个客户的收入，得到收入流失率" },
    returns: "流失占比，0 到 1",
  },
  NRR: {
    description: "净收入留存率：（期初 + 增购 − 减购 − 流失）÷ 期初，只看同一批客户。大于 1 表示增长。",
    parameters: { start: "期初经常性收入", expansion: "这些客户增加的收入", contraction: "这些客户减少的收入，填正数", churned: "流失客户的收入，填正数" },
    returns: "与期初收入之比",
  },
};

/** Help on what customers say of us and whether they stay. */
export const loyaltyHelp: ChineseHelp<Id> = {
  NPS: {
    formula: ["（9 至 10 分的回答数 − 0 至 6 分的回答数）÷ 回答数 × 100"],
    source: "Frederick Reichheld《The One Number You Need to Grow》，《哈佛商业评论》2003 年 12 月（与贝恩公司合作）。",
    notes: [
      "7 分和 8 分计入回答数，但两边都不算。",
      "结果不取整。21 就是 21 分，不是 21%。",
      "空单元格、- 和 n/a 不算回答。不是 0 到 10 整数的内容会提示，表头也一样。",
      "回答太少时分值波动大：少于 50 份参考意义有限。",
    ],
    example: {
      cells: [["评分"], [10], [9], [9], [8], [7], [6], [3], [10], [9], [5]],
      formula: "=SALES.NPS(A2:A11)", result: [[20]], says: "10 份回答中 5 份为 9 或 10 分，3 份不高于 6 分：50 − 30 = 20。",
    },
    keywords: "净推荐值 推荐 口碑 问卷 推荐者 贬损者 中立者",
  },
  CSAT: {
    formula: ["不低于满意起点分的回答数 ÷ 回答数"],
    source: "最高两档的占比（Top 2 Box），问卷工具在 1 至 5 分制中的通行算法。",
    notes: [
      "省略时，最高分为 5，满意起点为最高分减 1：5 分制 4、7 分制 6、10 分制 9。不少公司 10 分制从 8 分起算满意，请填写满意起点分。",
      "高于最高分的回答会提示，以免把 10 分制当成 5 分制。不到 10 分的分制中 0 分也会提示：那多半是没有回答。",
      "分数越高必须越满意。",
      "空单元格、- 和 n/a 不算回答。结果是占比，请设为百分比格式；它不是平均分。",
    ],
    example: {
      cells: [["评分"], [5], [4], [4], [3], [5], [2], [4], [5]],
      formula: "=SALES.CSAT(A2:A9)", result: [[0.75]], says: "8 份回答中 6 份为 4 或 5 分：75%。",
    },
    keywords: "客户满意度 问卷 评分 星级 满意率",
  },
  RETENTION: {
    formula: ["（期末客户数 − 新客户数）÷ 期初客户数", "逐个填是否流失时：1 − 流失客户数 ÷ 客户数"],
    source: "客户留存率的通行定义：(E − N) ÷ S。",
    notes: [
      "期末客户数包含新客户。没有填新客户数而期末多于期初时会提示。",
      "是或否指客户是否流失：是、TRUE、yes 为已流失，否、FALSE、no 为仍在；或整列写流失（churned）与活跃、留存（active、retained）；或 1 与 0。表头会提示。",
      "客户之间的空单元格会提示：它可能是否，也可能是未知。",
      "看收入请用 CHURN（流失部分）或 NRR（含老客户增购）。",
    ],
    example: { formula: "=SALES.RETENTION(200,210,30)", result: [[0.9]], says: "200 个客户中，210 − 30 = 180 个仍在：90%。" },
    keywords: "客户留存率 保留率 续约 忠诚",
  },
  CHURN: {
    formula: ["流失 ÷ 期初", "逐个填是否流失时：流失客户数 ÷ 客户数", "旁边有收入时：流失客户的收入 ÷ 全部收入"],
    source: "流失率的通行定义；用收入时即毛收入流失率。",
    notes: [
      "期初和流失要么都是客户数，要么都是收入，属于同一期。期内新客户两边都不算。",
      "是或否指客户是否流失：是、TRUE、yes 为已流失，否、FALSE、no 为仍在；或整列写流失（churned）与活跃、留存（active、retained）；或 1 与 0。表头会提示。",
      "旁边有收入时请写文字或 TRUE、FALSE：0 和 1 会被当成数量。",
      "客户之间的空单元格会提示：它可能是否，也可能是未知。",
    ],
    example: {
      cells: [["客户", "是否流失", "月收入"], ["A", "否", 100], ["B", "是", 300], ["C", "否", 400], ["D", "否", 200]],
      formula: "=SALES.CHURN(B2:B5,C2:C5)", result: [[0.3]], says: "4 个客户流失 1 个，带走 1,000 收入中的 300：30%。",
    },
    keywords: "流失率 客户流失 收入流失 退订",
  },
  NRR: {
    formula: ["（期初 + 增购 − 减购 − 流失）÷ 期初"],
    source: "订阅业务的通行定义，例如 ChurnZero 和 Baremetrics。",
    notes: ["只看期初的客户：各项都不要包含新客户的收入。", "减购和流失填正数，负数会提示。", "空单元格不是 0：没有发生请填 0。"],
    example: { formula: "=SALES.NRR(100000,15000,4000,6000)", result: [[1.05]], says: "同一批客户从 100,000 变为 105,000：105%。" },
    keywords: "净收入留存率 净留存 增购 续费 订阅 经常性收入",
  },
};

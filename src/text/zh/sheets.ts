import type { Text } from "../en";

export const sheets: Text["sheets"] = {
  dashboard: { name: "仪表盘", purpose: "开会要看的数字，一页看完" },
  review: { name: "复盘会议", purpose: "周会和月会用的一页：变化、偏离的目标、决定与负责人" },
  goals: { name: "目标", purpose: "四个维度的目标，含进度、节奏和状态" },
  funnel: { name: "漏斗", purpose: "商机如何逐阶段推进，最大流失在哪里" },
  gates: { name: "阶段准入", purpose: "哪些进行中的商机缺少本阶段的条件，涉及多少金额" },
  winLoss: { name: "赢单与输单", purpose: "各阶段周期、赢单与输单原因、竞争对手与应对话术" },
  history: { name: "商机变化", purpose: "阶段之间的变化、延期的商机，以及过去预测的准确性" },
  scoring: { name: "线索评分", purpose: "每条线索的得分、等级与原因，先联系谁" },
  scoringReview: { name: "评分复盘", purpose: "评分规则是否选中了会转化的线索，该怎么改" },
  journey: { name: "客户旅程", purpose: "客户从认知到续费的全程，以及谁负责什么" },
  health: { name: "客户健康度", purpose: "每个客户的健康度、即将到来的续约和下一步" },
  loyalty: { name: "客户忠诚度", purpose: "NPS、满意度、留存、流失与同期群" },
  value: { name: "客户价值", purpose: "客户终身价值、获客成本、回本期与利润来源" },
  team: { name: "团队", purpose: "销售排名、完成率、进度与每个人的均衡评价" },
  coaching: { name: "辅导与培养", purpose: "每个商机的SPIN提问、90天入职计划、培训与认证" },
  bonus: { name: "奖金", purpose: "各方案下每人的奖金，以及换一种方案的成本" },
  quality: { name: "数据质量", purpose: "缺什么、什么过时、归谁，以及影响的金额" },
  comparison: { name: "口径对比", purpose: "同一指标的不同口径并排对比" },
  together: { name: "跨部门协作", purpose: "共同指标、交接清单、客户成功委员会与联合项目" },
  roadmap: { name: "路线图", purpose: "现状诊断、三个阶段、里程碑、试点与推广" },
};

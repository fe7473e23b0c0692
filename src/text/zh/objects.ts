import type { ObjectKind } from "../../crm/reading";

export const objects: Record<ObjectKind, string> = {
  deal: "商机",
  lead: "线索",
  account: "客户",
  activity: "跟进记录",
  stageMove: "阶段变更",
  spend: "市场投入",
  order: "订单",
  survey: "满意度调查",
  rep: "销售人员",
};

// Which rules does the article score leads by?

import type { Condition } from "./condition";

/** A rule of the article before it has found its column. */
export interface ArticleRule {
  /** What the column may be called; the first English and the first Chinese name are the ones messages use. */
  readonly names: readonly [english: string, chinese: string, ...others: string[]];
  readonly condition: Condition;
  readonly points: number;
}

/** At most 75 points. Source: the article, challenge 1, pseudo-code; product research §0. */
export const articleRules: readonly ArticleRule[] = [
  {
    names: ["Industry", "行业", "Industry Name", "Sector", "所属行业", "客户行业", "所在行业"],
    condition: { operator: "in", values: ["科技", "金融", "Technology", "Tech", "Finance", "Financial Services", "科技行业", "金融行业", "科技业", "金融业"] }, points: 15,
  },
  {
    names: ["Company Size", "公司规模", "Employees", "Number of Employees", "No. of Employees", "Employee Count", "Headcount", "企业规模", "员工人数", "员工数", "人数", "公司人数"],
    condition: { operator: ">", values: [1000] }, points: 10,
  },
  {
    names: ["Downloaded Whitepaper", "下载白皮书", "Whitepaper", "White Paper", "Whitepaper Download", "Whitepaper Downloaded", "Downloaded White Paper", "白皮书", "是否下载白皮书", "白皮书下载", "已下载白皮书"],
    condition: { operator: "=", values: [true] }, points: 10,
  },
  {
    names: ["Attended Webinar", "参加网络研讨会", "Webinar", "Webinar Attended", "Webinar Attendance", "网络研讨会", "研讨会", "参加研讨会", "是否参加网络研讨会", "是否参加研讨会"],
    condition: { operator: "=", values: [true] }, points: 20,
  },
  {
    names: ["Visited Pricing Page", "访问定价页", "Pricing Page", "Pricing Page Visit", "Pricing Page Visited", "Viewed Pricing Page", "定价页", "访问定价页面", "是否访问定价页", "访问价格页"],
    condition: { operator: "=", values: [true] }, points: 20,
  },
];

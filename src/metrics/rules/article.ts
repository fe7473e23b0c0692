// Which rules does the article score leads by?

import type { Operator } from "./condition";

/** What the column may be called, the first name being the one messages use; operator, value and points. */
type ArticleRule = readonly [names: string, operator: Operator, value: string | number | boolean, points: number];

/** At most 75 points. Source: the article, challenge 1, pseudo-code; product research §0. */
export const articleRules: readonly ArticleRule[] = [
  ["Industry,行业,Sector,所属行业", "in", "科技;金融;Technology;Tech;Finance;Financial Services", 15],
  ["Company Size,公司规模,Employees,Number of Employees,员工人数", ">", 1000, 10],
  ["Downloaded Whitepaper,下载白皮书,Whitepaper,白皮书", "=", true, 10],
  ["Attended Webinar,参加网络研讨会,Webinar,研讨会", "=", true, 20],
  ["Visited Pricing Page,访问定价页,Pricing Page,定价页", "=", true, 20],
];

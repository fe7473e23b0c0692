// What words in an unknown header hint at; believed only when the column's values agree.

/** `pattern` is looked for in the header in lower case, words parted by single spaces. */
export interface Hint {
  readonly field: string;
  readonly pattern: RegExp;
  readonly unless?: RegExp;
}

/** Tried in this order for each field the object has and no column holds yet. */
export const hints: readonly Hint[] = [
  { field: "id", pattern: /^(?:deal|opp|opportunity|record|lead|account|customer|order|quote) ?(?:id|no|number|code|key|ref|reference)$|(?:商机|机会|交易|项目|线索|客户|订单)(?: ?id|编号|编码|单号)$/ },
  { field: "probability", pattern: /prob|likelihood|confidence|win ?(?:%|rate|chance)|赢率|概率|可能性|把握|成功率/ },
  { field: "weightedAmount", pattern: /(?:weighted|expected).*(?:amount|value|revenue)|加权|预期收入/ },
  { field: "expectedClose", pattern: /(?:exp|est|forecast|target|plan|projected|anticipat).*(?:clos|sign|won|win|award)|(?:预计|预期|计划|目标|预估).*(?:成交|签约|关闭|结单|结束|签单|完成|赢单|下单)/ },
  { field: "wonOn", pattern: /\bwon\b|\bwin\b|赢单|signed/, unless: /amount|value|reason/ },
  { field: "lostOn", pattern: /\blost\b|输单|丢单/, unless: /reason|原因/ },
  { field: "closeDate", pattern: /clos|结单|成交|签约|签单|关闭|结束|abschluss|cl[oô]ture|cierre/, unless: /exp|est\b|expected|预计|next/ },
  { field: "stageSince", pattern: /(?:stage|phase|阶段).*(?:chang|enter|since|date|time|modif|updat|进入|时间|日期)/ },
  { field: "stage", pattern: /stage|phase|milestone|阶段|进度|etapa|étape/, unless: /date|time|days|since|duration|时间|天数|日期|prob/ },
  { field: "nextActivity", pattern: /(?:next|upcoming|follow ?up).*(?:activ|contact|call|meeting|date|touch)|(?:下次|下一次).*(?:跟进|联系|沟通|拜访|回访)/ },
  { field: "lastActivity", pattern: /last.*(?:activ|contact|touch|interact|call|email|follow|meeting|login)|(?:最后|最近|上次).*(?:跟进|联系|沟通|拜访|活动|登录)/ },
  { field: "modified", pattern: /modif|updat|edited|修改|更新|geändert/ },
  { field: "created", pattern: /creat|open(?:ed)?\b|engage|added|entered|registered|received|创建|录入|登记|建立|立项|新建|入库|erstellt|création|creación/, unless: /\bby\b|人$/ },
  { field: "renewal", pattern: /renew|expir|续费|续约|到期/ },
  { field: "due", pattern: /due|deadline|截止/ },
  { field: "hired", pattern: /hire|入职/ },
  { field: "convertedOn", pattern: /convert|转换|转化/ },
  { field: "on", pattern: /date|time|日期|时间/, unless: /creat|modif|updat|创建|修改|due|end/ },
  { field: "start", pattern: /start|begin|month|period|开始|月份|date|日期/ },
  { field: "end", pattern: /\bend|结束/ },
  { field: "quota", pattern: /quota|target|goal|目标|任务/ },
  { field: "attainment", pattern: /attain|achiev|完成率|达成率/ },
  { field: "cost", pattern: /cost|spend|spent|expense|花费|费用|成本|支出/ },
  { field: "budget", pattern: /budget|预算/ },
  { field: "monthlyRevenue", pattern: /monthly.*(?:charge|revenue|fee)|\bmrr\b|arpu|月费/ },
  { field: "totalRevenue", pattern: /total.*(?:charge|revenue|spend)|lifetime|累计/ },
  { field: "annualRevenue", pattern: /annual.*(?:revenue|turnover)|年(?:收入|营业额|营收)/ },
  { field: "amount", pattern: /amount|value|revenue|price|\bacv\b|\btcv\b|\barr\b|\bmrr\b|deal size|金额|总价|合同额|报价|价值|betrag|umsatz|montant|importe/, unless: /quantity|count|\bid$|weight|expect|discount|tax|cost|budget|lost|converted|转换|annual|currency|probab|折扣|税|数量/ },
  { field: "companySize", pattern: /employee|headcount|company size|员工|规模|人数/ },
  { field: "score", pattern: /score|rating|recommend|satisf|评分|得分|满意|推荐/, unless: /reason|comment|date/ },
  { field: "quantity", pattern: /quantity|qty|units|数量/ },
  { field: "days", pattern: /days|duration|天数|时长/ },
  { field: "pushCount", pattern: /push|延期/ },
  { field: "currency", pattern: /currency|币种|货币$/ },
  { field: "lostReason", pattern: /(?:lost|loss|lose).*reason|reason.*(?:lost|loss)|(?:输|丢|败|流失).*(?:原因|理由)/ },
  { field: "owner", pattern: /owner|sales ?(?:rep|agent|person|man|exec|lead)|seller|\brep\b|account (?:exec|manager)|assigned|responsible|负责人|销售(?:员|代表|人员|姓名|经理)?$|业务员|跟进人|经办人|顾问/, unless: /\bid$|date|team|role|email|amount|status/ },
  { field: "name", pattern: /(?:deal|opp(?:ortunity)?|project|lead|account|customer|campaign)s? ?(?:name|title)|(?:商机|机会|项目|交易|业务|线索|活动|合同).*(?:名|名称|标题|主题)$/, unless: /owner|rep/ },
  { field: "account", pattern: /(?:account|customer|client|company|organi[sz]ation|firm)(?: name)?$|(?:客户|公司|企业|单位)(?:全称|简称|名|名称)?$/, unless: /\bid$|type|size/ },
  { field: "company", pattern: /company|organi[sz]ation|account|公司|企业|单位/, unless: /size|\bid$|type|规模/ },
  { field: "email", pattern: /e-?mail|邮箱|邮件/, unless: /opt|do not|count|not/ },
  { field: "phone", pattern: /phone|mobile|tel\b|电话|手机/, unless: /service/ },
  { field: "status", pattern: /status|outcome|状态|结果/, unless: /date|lock|life|锁定|生命|预算/ },
  { field: "source", pattern: /source|来源/, unless: /\bid$|detail/ },
  { field: "channel", pattern: /channel|渠道/, unless: /\bid$/ },
  { field: "campaign", pattern: /campaign|营销活动|市场活动/ },
  { field: "industry", pattern: /industry|sector|vertical|行业|branche/ },
  { field: "product", pattern: /product|sku|产品|商品/, unless: /price|qty|quantity|usage|\bid$|count|amount|value|cost|date/ },
  { field: "region", pattern: /region|territory|区域|大区|地区|省份/ },
  { field: "contact", pattern: /contact (?:name|person)|^contact$|联系人/ },
  { field: "manager", pattern: /manager|supervisor|上级|主管|经理/ },
  { field: "team", pattern: /\bteam\b|department|部门|团队/ },
  { field: "competitor", pattern: /competit|竞争|竞品/ },
  { field: "nextStep", pattern: /next ?step|next ?action|下一步/ },
  { field: "description", pattern: /note|comment|remark|descr|备注|描述|说明/ },
];

/** A header as hints see it: `Exp_CloseDate` is `exp close date`. */
export function hintText(header: string): string {
  return header
    .normalize("NFKC")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/__c$/, "")
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

/** Whether words in a header hint at a field. */
export function agreesWith(header: string, field: string): boolean {
  const text = hintText(header);
  return hints.some((hint) => hint.field === field && hint.pattern.test(text) && !hint.unless?.test(text));
}

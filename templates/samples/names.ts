// The people, customers and products of the samples. All made up.

export type SampleLanguage = "en" | "zh";

export interface Names {
  readonly reps: readonly string[];
  readonly accounts: readonly string[];
  readonly products: readonly string[];
  readonly sources: readonly string[];
  readonly contacts: readonly string[];
  readonly lostReasons: readonly string[];
  readonly teams: readonly string[];
  readonly newBusiness: string;
  readonly existingBusiness: string;
  readonly nextSteps: readonly string[];
}

export const names: Readonly<Record<SampleLanguage, Names>> = {
  en: {
    reps: ["Anna Keller", "Ben Ortiz", "Chloe Martin", "David Osei", "Elena Rossi", "Farid Haddad", "Grace Kim"],
    accounts: combined(
      ["Northwind", "Bluepeak", "Harbor", "Silverline", "Oakfield", "Redstone", "Meridian", "Lakeside", "Summit", "Greenway", "Ironbridge", "Clearwater"],
      ["Logistics", "Foods", "Systems", "Health", "Retail", "Energy", "Textiles"],
      (place, trade) => `${place} ${trade}`,
    ),
    products: ["Starter plan", "Team plan", "Enterprise plan", "Onboarding package", "Analytics add-on"],
    sources: ["Website", "Referral", "Trade show", "Outbound call", "Partner", "Webinar"],
    contacts: ["Sara Lind", "Tom Becker", "Maria Silva", "Jon Peters", "Nadia Aziz", "Luke Evans", "Ida Berg", "Omar Said"],
    lostReasons: ["Price", "Lost to competitor", "No budget", "No decision", "Missing feature"],
    teams: ["North", "South"],
    newBusiness: "New Business",
    existingBusiness: "Existing Business",
    nextSteps: ["Send revised quote", "Call the decision maker", "Book a demo", "Check legal terms"],
  },
  zh: {
    reps: ["王磊", "李娜", "张伟", "刘洋", "陈静", "赵敏", "周强"],
    accounts: combined(
      ["华东", "江南", "远航", "中瑞", "星河", "金石", "东方", "恒信", "南山", "天润", "海川", "安泰"],
      ["物流", "食品", "科技", "医疗", "商贸", "能源", "纺织"],
      (place, trade) => `${place}${trade}有限公司`,
    ),
    products: ["基础版", "团队版", "企业版", "实施服务包", "数据分析模块"],
    sources: ["官网", "转介绍", "展会", "电话营销", "渠道伙伴", "线上研讨会"],
    contacts: ["孙丽", "马超", "胡斌", "林芳", "郭涛", "何雪", "高峰", "罗敏"],
    lostReasons: ["价格过高", "输给竞争对手", "预算不足", "客户未决策", "功能不满足"],
    teams: ["华北销售部", "华东销售部"],
    newBusiness: "新业务",
    existingBusiness: "老客户增购",
    nextSteps: ["发送新报价", "联系决策人", "预约演示", "确认合同条款"],
  },
};

function combined(places: readonly string[], trades: readonly string[], name: (place: string, trade: string) => string): string[] {
  return places.flatMap((place) => trades.map((trade) => name(place, trade)));
}

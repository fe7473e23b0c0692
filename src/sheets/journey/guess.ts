// Which stage of the customer's way does a kind of activity belong to, by its name? A first guess; the user corrects it.

import type { JourneyStageId } from "../../metrics/journey-stages";

/** The stage a name speaks of, in English or Chinese; null where it does not tell (Task, Note, 待办). */
export function guessStage(name: string): JourneyStageId | null {
  const text = name.trim().toLowerCase();
  return clues.find(([, clue]) => clue.test(text))?.[0] ?? null;
}

/** The more telling words first: 电话回访 is a check on use before it is a call. */
const clues: readonly (readonly [JourneyStageId, RegExp])[] = [
  // In Salesforce an "Event" is a meeting of the calendar.
  ["consideration", /^events?$/],
  ["renewal", /renew|up-?sell|cross-?sell|expansion|referral|advoca|testimonial|续约|续费|续签|增购|复购|转介绍|推荐|口碑/],
  ["onboarding", /onboard|kick-?off|implement|deploy|go-?live|training|install|deliver|accept|上线|启动|实施|交付|培训|安装|验收|部署|交接/],
  ["use", /support|ticket|\bcases?\b|service|complain|incident|check-?in|success|\bqbr\b|business review|mainten|\bnps\b|\bcsat\b|工单|服务|客服|投诉|回访|巡检|维护|维修|售后|使用|满意|反馈|关怀/],
  ["purchase", /quot|negotiat|contract|\border|\bsign|purchas|\bbid|tender|closing|invoice|payment|报价|谈判|合同|签约|签单|下单|订单|招标|投标|商务|付款|回款|采购|成交/],
  ["awareness", /campaign|webinar|event|\bfair\b|expo|conference|seminar|web|page|download|\bforms?\b|newsletter|\bads?\b|advert|social|linkedin|content|market|subscri|cold|prospect|outreach|展会|市场|网站|官网|下载|表单|广告|公众号|直播|研讨会|沙龙|陌生|陌拜|注册|线索|推广/],
  ["consideration", /call|phone|meeting|demo|present|visit|e-?mail|mail|\bsms\b|chat|whatsapp|wechat|discover|qualif|evaluat|trial|proof|\bpoc\b|proposal|lunch|电话|通话|会议|拜访|演示|讲解|交流|邮件|微信|短信|试用|评估|需求|方案|面谈|约见|考察|跟进|沟通|洽谈/],
];

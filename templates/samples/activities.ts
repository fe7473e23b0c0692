// Calls, meetings and what follows a sale, beside the deals of a sample.

import { lastDay, type SampleDeal } from "./deals";
import type { SampleLanguage } from "./names";
import { between, chanceOf, oneOf, type Chance } from "./random";
import { isoTime } from "./write";

const kinds: Readonly<Record<SampleLanguage, Readonly<Record<"before" | "during" | "closing" | "after", readonly string[]>>>> = {
  en: { before: ["Webinar", "Web form"], during: ["Call", "Email", "Demo", "Meeting"], closing: ["Quote sent", "Contract review"], after: ["Kick-off", "Training", "Support ticket", "Business review", "Renewal talk"] },
  zh: { before: ["官网表单", "线上研讨会"], during: ["电话", "邮件", "产品演示", "上门拜访"], closing: ["报价", "合同谈判"], after: ["实施启动", "培训", "服务工单", "满意度回访", "续约沟通"] },
};
const headers: Readonly<Record<SampleLanguage, readonly string[]>> = {
  en: ["Record ID", "Activity date", "Activity type", "Title", "Activity assigned to", "Associated Deal", "Associated Company", "Associated Contact"],
  zh: ["记录ID", "跟进时间", "跟进方式", "主题", "跟进人", "商机名称", "客户名称", "联系人"],
};

/** Header and rows: HubSpot's in English, those of 纷享销客 in Chinese. */
export function activityRows(seed: number, language: SampleLanguage, deals: readonly SampleDeal[]): string[][] {
  const chance = chanceOf(seed);
  let number = 0;
  const rows = deals.flatMap((deal) => touchpoints(chance, language, deal).map(([day, kind]) => {
    number += 1;
    return [String(88_000_000 + number), isoTime(day, number), kind, language === "en" ? `${kind}: ${deal.account}` : `${deal.account}${kind}`, deal.owner, deal.name, deal.account, deal.contact];
  }));
  return [[...headers[language]], ...rows];
}

function touchpoints(chance: Chance, language: SampleLanguage, { created, entered, closed, outcome }: SampleDeal): (readonly [day: number, kind: string])[] {
  const { before, during, closing, after } = kinds[language];
  const end = closed ?? Math.min(lastDay, entered.at(-1)! + 20);
  const touched: (readonly [number, string])[] = [];
  if (chance() < 0.4) touched.push([created - between(chance, 1, 20), oneOf(chance, before)]);
  for (const day of entered) touched.push([Math.min(end, day + between(chance, 0, 5)), oneOf(chance, during)]);
  if (entered.length >= 3) touched.push([Math.max(created, end - between(chance, 1, 6)), oneOf(chance, closing)]);
  if (outcome !== "won") return touched;
  let day = end;
  for (const kind of after) {
    day += between(chance, 5, 40);
    if (day <= lastDay && chance() < 0.75) touched.push([day, kind]);
  }
  return touched;
}

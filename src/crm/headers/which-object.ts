// Which object is this an export of: deals, leads, accounts …?

import { objects, type CrmTable, type ObjectKind } from "../reading";
import { sampleOf } from "../sample";
import { lookUp } from "./dictionary";
import { headerKeys } from "./key";

/** The likeliest object, and how far it is ahead of the next, 0 to 1. */
interface ObjectGuess {
  readonly object: ObjectKind;
  readonly lead: number;
  /** True when the columns without which it would be no such object are there. */
  readonly isSure: boolean;
}

/** Weighs each header by how few objects have it, the entity in its prefix, and the file's name. */
export function whichObject(table: CrmTable): ObjectGuess {
  const found = table.header.map((header) => fieldsByObject(header));
  const called = nameOf(table);
  const scores = objects.map((object) => {
    const fields = new Set<string>();
    let score = 0;
    found.forEach(({ fields: byObject, entity }) => {
      const field = byObject.get(object);
      if (entity !== null && prefixes[object]?.test(entity)) score += 1;
      if (field === undefined || fields.has(field)) return;
      fields.add(field);
      score += 1 / byObject.size;
    });
    if (names[object].test(called)) score += 0.75;
    const isSure = core[object](fields, table);
    return { object, score: isSure ? score : score * 0.4, isSure };
  });
  scores.sort((left, right) => right.score - left.score);
  const [best, next] = [scores[0]!, scores[1]!];
  const lead = best.score === 0 ? 0 : Math.min(1, (best.score - next.score) / best.score + 0.2);
  return { object: best.score === 0 ? "deal" : best.object, lead, isSure: best.isSure };
}

/** A sheet's name tells more than its file's, where it tells anything. */
function nameOf({ file, sheet = "" }: CrmTable): string {
  return objects.some((object) => names[object].test(sheet)) ? sheet : file;
}

/** The headers of fields that an object has, those of fewest other objects first. */
export function headersOf(table: CrmTable, object: ObjectKind): readonly string[] {
  const found = table.header.map((header) => ({ header, fields: fieldsByObject(header).fields })).filter(({ fields }) => fields.has(object));
  return found.sort((left, right) => left.fields.size - right.fields.size).map(({ header }) => header);
}

function fieldsByObject(header: string): { fields: ReadonlyMap<ObjectKind, string>; entity: string | null } {
  const keys = headerKeys(header);
  const fields = new Map<ObjectKind, string>();
  for (const object of objects) {
    const match = lookUp(keys, object, "other");
    if (match) fields.set(object, match.field);
  }
  if (/likely.*recommend|推荐.*(?:可能|意愿)/i.test(header)) fields.set("survey", "score");
  return { fields, entity: keys.entity };
}

const prefixes: Partial<Record<ObjectKind, RegExp>> = {
  deal: /^(?:deal|opportunity|商机)$/,
  lead: /^(?:lead|线索)$/,
  account: /^(?:organi[sz]ation|account|客户)$/,
  activity: /^activity$/,
};

/** What files of an object tend to be called. */
const names: Readonly<Record<ObjectKind, RegExp>> = {
  deal: /opportunit|deal|pipeline|potential|商机|交易|机会/i,
  lead: /lead|prospect|contact|person|people|线索/i,
  account: /account|customer|compan|organi[sz]|client|churn|客户/i,
  activity: /activit|task|call|meeting|event|跟进|销售记录|活动记录/i,
  stageMove: /history|stage.?(?:move|change)|阶段变更|阶段记录/i,
  spend: /campaign|spend|marketing|expense|cost|市场活动|费用|投放/i,
  order: /order|invoice|transaction|订单|合同/i,
  survey: /nps|csat|survey|feedback|满意度|问卷/i,
  rep: /user|team|(?:^|[^a-z])reps?(?:[^a-z]|$)|employee|target|quota|bonus|员工|销售团队|奖金|目标/i,
};

type Core = (fields: ReadonlySet<string>, table: CrmTable) => boolean;

/** The columns without which it is no such object. */
const core: Readonly<Record<ObjectKind, Core>> = {
  deal: (has) =>
    (has.has("stage") && (hasAmount(has) || has.has("name") || has.has("closeDate") || has.has("expectedClose") || has.has("account"))) ||
    (hasAmount(has) && (has.has("status") || has.has("closeDate") || has.has("expectedClose") || has.has("isWon") || has.has("probability"))),
  lead: (has) => ["status", "source", "email", "company", "converted", "score", "phone", "industry"].some((field) => has.has(field)) && ["id", "name", "lastName", "email", "company"].some((field) => has.has(field)),
  account: (has) =>
    (has.has("name") || has.has("id")) &&
    ["industry", "companySize", "annualRevenue", "type", "website", "churned", "monthlyRevenue", "tenureMonths", "renewal", "healthScore", "product", "segment", "lastActivity"].some((field) => has.has(field)),
  activity: (has) => (has.has("subject") || has.has("type")) && ["on", "due", "doneOn", "minutes"].some((field) => has.has(field)),
  stageMove: (has) => has.has("to") && (has.has("from") || (has.has("on") && has.has("days"))) && (has.has("deal") || has.has("dealId")),
  spend: (has) => has.has("cost") || has.has("budget"),
  order: (has) => has.has("on") && (has.has("amount") || has.has("price")) && (has.has("id") || has.has("account") || has.has("quantity")),
  survey: (has, table) => has.has("score") && table.header.some((header, at) => lookUp(headerKeys(header), "survey", "other")?.field === "score" || isScore(header, table, at)),
  rep: (has) => (has.has("name") || has.has("id")) && ["manager", "team", "quota", "role", "isActive", "attainment", "bonusBase", "hired"].some((field) => has.has(field)),
};

function hasAmount(fields: ReadonlySet<string>): boolean {
  return fields.has("amount") || fields.has("wonAmount");
}

function isScore(header: string, table: CrmTable, at: number): boolean {
  return /recommend|推荐/i.test(header) && sampleOf(table, at).figures > 0.6;
}

// Which rules does a workbook begin with? The article's five, on the columns the export has; a few of ours where it has hardly any.

import { articleRules } from "../../metrics/rules/article";
import { cellFlag } from "../../metrics/rules/reading";
import type { Operator } from "../../metrics/rules/condition";
import type { CellValue } from "../../values";
import type { WholeText } from "../../text/whole";
import { fieldNamed, fieldOf, isFilledField, type LeadField } from "./lead-fields";
import type { SheetContext } from "../context";
import { wordOf } from "./operators";
import type { RuleRow } from "./rule-rows";
import { valueCounts } from "./value-counts";

type SeedKey = keyof WholeText["scoring"]["seeds"];

/** Below so many of the article's columns, rules of ours come beside its own. */
const fewColumns = 3;

const article: readonly { readonly key: SeedKey; readonly kind: "fit" | "engagement"; readonly field: string | null; readonly pattern: RegExp }[] = [
  { key: "industry", kind: "fit", field: "industry", pattern: /industry|sector|行业/i },
  { key: "size", kind: "fit", field: "companySize", pattern: /company ?size|employees|公司规模|员工/i },
  { key: "whitepaper", kind: "engagement", field: null, pattern: /white ?paper|白皮书/i },
  { key: "webinar", kind: "engagement", field: null, pattern: /webinar|研讨会|直播/i },
  { key: "pricing", kind: "engagement", field: null, pattern: /pric(?:e|ing) ?page|pricing|定价|价格页|报价页/i },
];

/** The rules with the user's words for operators. */
export function seedRules(fields: readonly LeadField[], context: SheetContext): readonly RuleRow[] {
  const { text } = context;
  const found = article.map((seed, at) => ({ seed, rule: articleRules[at]!, field: articleField(seed, at, fields, context) }));
  const ours = found.filter(({ field }) => field).length < fewColumns ? otherRules(fields, context) : [];
  return [...found.map(({ seed, rule: [, operator, value, points], field }) => {
    // A column of counts says “visited” where it is above 0.
    const isCount = value === true && field !== null && isCounted(field, context);
    return row(text, { key: seed.key, kind: seed.kind, field, operator: isCount ? ">" : operator === "=" ? "=" : operator, value: isCount ? 0 : value === true ? text.tables.yes : value, points, note: text.scoring.fromArticle });
  }), ...ours].map((rule, at) => ({ ...rule, no: at + 1 }));
}

function articleField({ field, pattern }: (typeof article)[number], at: number, fields: readonly LeadField[], context: SheetContext): LeadField | null {
  const own = field ? fieldOf(field, fields) : null;
  if (own && isFilledField(own, context)) return own;
  const names = articleRules[at]![0].split(",");
  return names.map((name) => fieldNamed(name, fields)).find((one) => one !== null) ?? fields.find((one) => one.field === null && pattern.test(one.header) && isFilledField(one, context)) ?? null;
}

/** What many exports have and tells something; none of it is the article's. */
function otherRules(fields: readonly LeadField[], context: SheetContext): readonly RuleRow[] {
  const { text } = context;
  const seen = (pattern: RegExp) => fields.find((one) => one.field === null && pattern.test(one.header) && isFilledField(one, context)) ?? null;
  const source = fieldOf("source", fields);
  const last = fieldOf("lastActivity", fields);
  const visits = seen(/visits?$|访问次数|浏览次数/i);
  const time = seen(/time spent|停留时间|浏览时长/i);
  const form = [fieldOf("channel", fields), seen(/form|origin|表单/i)].find((one) => one && valueCounts(one, context).all.some(({ value }) => /lead add form|表单/i.test(String(value)))) ?? null;
  const noEmail = seen(/do ?not ?e?-?mail|opt(?:ed)? ?out|退订|拒收/i);
  const intent = [seen(/intent|意向(?:状态|程度|度)/i), fieldOf("rating", fields)].find((one) => one && says(one, text.scoring.intents, context)) ?? null;
  const note = text.scoring.ours;
  const made: (RuleRow | null)[] = [
    source && says(source, text.scoring.referrals, context) ? row(text, { key: "referral", kind: "fit", field: source, operator: "in", value: text.scoring.referrals, points: 15, note }) : null,
    form ? row(text, { key: "form", kind: "engagement", field: form, operator: "in", value: text.scoring.forms, points: 10, note }) : null,
    intent ? row(text, { key: "intent", kind: "engagement", field: intent, operator: "in", value: text.scoring.intents, points: 20, note }) : null,
    visits && isCounted(visits, context) ? row(text, { key: "visits", kind: "engagement", field: visits, operator: ">=", value: 5, points: 10, note }) : null,
    time && isCounted(time, context) ? row(text, { key: "time", kind: "engagement", field: time, operator: ">", value: 1000, points: 20, note }) : null,
    last && isFilledField(last, context) ? { ...row(text, { key: "recent", kind: "engagement", field: last, operator: "is not blank", value: null, points: 20, note }), halfLife: 30, dateField: last.header } : null,
    noEmail ? row(text, { key: "noEmail", kind: "engagement", field: noEmail, operator: "=", value: text.tables.yes, points: -10, note }) : null,
  ];
  return made.filter((one) => one !== null);
}

function row(text: WholeText, { key, kind, field, operator, value, points, note }: {
  readonly key: SeedKey; readonly kind: "fit" | "engagement"; readonly field: LeadField | null; readonly operator: Operator; readonly value: CellValue; readonly points: number; readonly note: string;
}): RuleRow {
  const words = text.scoring;
  return {
    no: 0, name: words.seeds[key].name, kind: words.kinds[kind], field: field?.header ?? words.seeds[key].field, operator: wordOf(operator, text), value, points,
    group: null, cap: null, decay: null, halfLife: null, dateField: null, note,
  };
}

/** Whether a column holds one of the words of a list. */
function says(field: LeadField, list: string, context: SheetContext): boolean {
  const words = new Set(list.toLowerCase().split(";"));
  return valueCounts(field, context).all.some(({ value }) => typeof value === "string" && words.has(value.trim().toLowerCase()));
}

/** Numbers other than 0 and 1, which could be yes and no. */
function isCounted(field: LeadField, context: SheetContext): boolean {
  const said = valueCounts(field, context).all.map(({ value }) => value).filter((value) => value !== null);
  return said.length > 0 && said.every((value) => Number.isFinite(Number(value))) && said.some((value) => cellFlag(value) === null);
}

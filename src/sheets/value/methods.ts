// Lifetime value by every method side by side: what each needs, and why one cannot be computed.

import { averageifs } from "../../formula/aggregate";
import { column } from "../../formula/column";
import { call, cell, literal, literalText, multiply, whenNumbers, type Figure, type Term } from "../../formula/term";
import { lostPerCustomerMonth } from "../../metrics/account-value";
import { ltv, ltvToCac, payback, type LtvMethod } from "../../metrics/ltv";
import { grid, show, valueOf, type Block, type Cell, type RuleSpec } from "../block";
import type { SheetContext } from "../context";
import { textWidth } from "../theme";
import { accountColumns } from "./assumptions";
import { missingSales } from "./buyers";
import { customersTableName } from "./customers";
import { choiceCell, chosen, settingTerm } from "./inputs";
import { firstThat, lacks, note, section, width, type ValueParts } from "./parts";

/** Methods that give a margin over a lifetime, which the acquisition cost can be held against. */
const ltvMethods = ["marginChurn", "perCustomerMonth", "lifetime", "discounted", "orders"] as const;
type Method = (typeof ltvMethods)[number];
/** Revenue, for comparison. */
const plainMethods = ["revenueChurn", "soFar"] as const;
type Row = Method | (typeof plainMethods)[number];
const allRows: readonly Row[] = [...ltvMethods, ...plainMethods];

const methodsArea = { from: "value.verdict.marginChurn", to: "value.verdict.orders" } as const;

type MethodTerms = Readonly<Record<Row, Term<Figure>>>;

export function methodTerms({ context, used, buyers }: Omit<ValueParts, "ltv">): MethodTerms {
  const { revenue, margin, churn, lifetime } = used;
  const accounts = accountColumns(context);
  const discount = settingTerm(context, "discount");
  const by = (method: LtvMethod, loss: Term<Figure>) => whenNumbers([revenue, margin, loss], (r, m, l) => ltv(method, r, m, l, discount) as Term<number>);
  const table = context.text.value.customers.columns;
  const mean = (header: string, values: readonly number[]) => averageifs(column(customersTableName, header, values));
  const expected = buyers?.model ? mean(table.expected, buyers.rows.map((one) => one.expected)) : literal("" as Figure);
  return {
    marginChurn: by("margin-churn", churn),
    perCustomerMonth: by("margin-churn", lostPerCustomerMonth(accounts)),
    lifetime: by("lifetime", lifetime),
    discounted: by("discounted", churn),
    orders: whenNumbers([expected, margin], (value, m) => multiply(value, m)),
    revenueChurn: whenNumbers([revenue, churn], (r, l) => ltv("margin-churn", r, literal(1), l, literal(0)) as Term<number>),
    soFar: accounts.total ? averageifs(accounts.total) : buyers ? mean(table.revenue, buyers.rows.map((one) => one.revenue)) : literal(""),
  };
}

/** The method chosen, at first the first that gives a value. */
export function chosenMethod(context: SheetContext, terms: MethodTerms): Method {
  return chosen(context, "method", ({ value }) => value.methods.names as Readonly<Record<Method, string>>, ltvMethods.find((method) => terms[method].value !== "") ?? "marginChurn");
}

/** The value of the chosen method. */
export function chosenLtv(terms: MethodTerms, method: Method): Term<Figure> {
  return cell("value.ltv", terms[method].value);
}

export function methodBlocks(parts: ValueParts, terms: MethodTerms, method: Method): readonly Block[] {
  const { words, context, used } = parts;
  const { heads, names, how } = words.methods;
  const target = settingTerm(context, "ratioTarget");
  const rows = allRows.map((row): readonly Cell[] => {
    const value = cell(`value.ltv.${row}`, terms[row].value);
    const isLtv = (ltvMethods as readonly Row[]).includes(row);
    const share = isLtv ? whenNumbers([value, used.cac], (v, c) => ltvToCac(v, c) as Term<number>) : literal("" as Figure);
    const ratioCell = cell(`value.ratio.${row}`, share.value);
    return [
      show("label", names[row]), show("value", terms[row], { format: "money", id: `value.ltv.${row}` }),
      show("value", share, { format: "ratio", id: `value.ratio.${row}` }),
      show("centred", isLtv ? verdict(ratioCell, target, words) : "", { id: `value.verdict.${row}`, format: "text" }),
      show("wrapped", how[row], { across: 3 }), show("wrapped", whyOf(row, value, parts), { across: width - 7 }),
    ];
  });
  const picked = call(ltvMethods.reduceRight((otherwise, one) => `IF(ValueLtvMethod=${literalText(names[one])},${cell(`value.ltv.${one}`, "").text},${otherwise})`, '""'), terms[method].value);
  const months = whenNumbers([used.cac, used.revenue, used.margin], (c, r, m) => payback(c, r, m) as Term<number>);
  return [
    section(words.methods.title),
    note(words.methods.note, 2),
    grid([heads.map((head, at) => show("heading", head, at === 4 ? { across: 3 } : at === 5 ? { across: width - 7 } : at === 1 || at === 2 ? { format: "count" } : {})), ...rows], [30, ...rows.map((cells) => (textWidth(String(valueOf(cells[4]!.content))) > 46 || textWidth(String(valueOf(cells[5]!.content))) > 66 ? 33 : 20))]),
    grid([
      [show("label", words.methods.choose), { ...choiceCell("method", names[method], ltvMethods.map((one) => names[one]), words.methods.prompt), across: 2 }, show("total", picked, { format: "money", id: "value.ltv" }), show("label", words.methods.chooseNote, { across: width - 4 })],
      [show("label", words.methods.payback), show("value", months, { format: "decimal", id: "value.payback" }), show("centred", paybackVerdict(cell("value.payback", months.value), settingTerm(context, "paybackTarget"), words), { id: "value.payback.verdict", format: "text" }), show("label", words.methods.paybackNote, { across: width - 3 })],
    ]),
  ];
}

/** Words beside the ratio: at the target, at least earned back, or not. */
function verdict(share: Term<Figure>, target: Term<number>, { verdicts }: ValueParts["words"]): Term<string> {
  const value = share.value === "" ? "" : share.value >= target.value ? verdicts.sound : share.value >= 1 ? verdicts.thin : verdicts.loss;
  return call(`IF(NOT(ISNUMBER(${share.text})),"",IF(${share.text}>=${target.text},${literalText(verdicts.sound)},IF(${share.text}>=1,${literalText(verdicts.thin)},${literalText(verdicts.loss)})))`, value);
}

function paybackVerdict(months: Term<Figure>, target: Term<number>, { verdicts }: ValueParts["words"]): Term<string> {
  return call(`IF(NOT(ISNUMBER(${months.text})),"",IF(${months.text}<=${target.text},${literalText(verdicts.soon)},${literalText(verdicts.late)}))`, months.value === "" ? "" : months.value <= target.value ? verdicts.soon : verdicts.late);
}

export function methodRules({ verdicts }: ValueParts["words"]): readonly RuleSpec[] {
  const areas = [methodsArea, { from: "value.payback.verdict", to: "value.payback.verdict" }];
  return areas.flatMap((area): RuleSpec[] => [
    { kind: "equals", area, text: verdicts.sound, tone: "good" }, { kind: "equals", area, text: verdicts.thin, tone: "fair" }, { kind: "equals", area, text: verdicts.loss, tone: "bad" },
    { kind: "equals", area, text: verdicts.soon, tone: "good" }, { kind: "equals", area, text: verdicts.late, tone: "bad" },
  ]);
}

/** Why there is no value, or what to beware of where there is one. */
function whyOf(row: Row, value: Term<Figure>, { words, used, buyers, context }: ValueParts): Term<string> {
  const { why } = words.methods;
  const { revenue, margin, churn, lifetime } = used;
  const noMargin: readonly [Term<boolean>, string] = [call(`AND(ISNUMBER(${margin.text}),${margin.text}<=0)`, typeof margin.value === "number" && margin.value <= 0), why.noMargin];
  const noChurn: readonly [Term<boolean>, string] = [call(`AND(ISNUMBER(${churn.text}),${churn.text}=0)`, churn.value === 0), why.zeroChurn];
  const needs: readonly (readonly [Term<boolean>, string])[] = [[lacks(revenue), why.revenue], [lacks(margin), why.margin]];
  switch (row) {
    case "marginChurn": return firstThat([...needs, [lacks(churn), why.churn], noMargin, noChurn, [muchMore(value), why.mixed]]);
    case "discounted": return firstThat([...needs, [lacks(churn), why.churn], noMargin, noChurn]);
    case "lifetime": return firstThat([...needs, [lacks(lifetime), why.lifetime], noMargin, [literal(true), why.article]]);
    case "perCustomerMonth": return firstThat([...needs, noMargin, [lacks(value), why.tenure]]);
    case "revenueChurn": return firstThat([[lacks(revenue), why.revenue], [lacks(churn), why.churn], noChurn, [literal(true), why.noMarginIn]]);
    case "soFar": return firstThat([[lacks(value), why.soFar], [literal(true), why.noMarginIn]]);
    case "orders": return firstThat([[literal(buyers === null), missingSales(context) ?? why.orders], [literal(buyers?.why === "few"), why.few], [literal(buyers?.why === "unstable"), why.unstable], [lacks(margin), why.margin],
      [literal(true), why.horizon.replace("{from}", words.from[buyers?.from ?? "order"])]]);
  }
  /** Customers paid, or stayed, at least twice of what churn says: then it covers a longer time than a month. */
  function muchMore(ltvCell: Term<Figure>): Term<boolean> {
    const soFar = cell("value.ltv.soFar", methodTerms({ context, words, buyers, used }).soFar.value);
    const isMore = typeof soFar.value === "number" && typeof ltvCell.value === "number" && typeof margin.value === "number" && soFar.value * margin.value > 2 * ltvCell.value;
    const stays = typeof lifetime.value === "number" && typeof churn.value === "number" && lifetime.value * churn.value > 2;
    return call(`OR(IF(COUNT(${soFar.text},${ltvCell.text},${margin.text})<3,FALSE,${soFar.text}*${margin.text}>2*${ltvCell.text}),IF(COUNT(${lifetime.text},${churn.text})<2,FALSE,${lifetime.text}*${churn.text}>2))`, isMore || stays);
  }
}

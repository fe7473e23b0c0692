// Whose records are incomplete or out of date, and what that puts at risk?

import { thisRow, type Column } from "../../formula/column";
import { literalText, multiply, ratio, reference, subtract, type Figure, type Term } from "../../formula/term";
import { amount, deals, isOpenGrouped, outcomeIs, type DealModel } from "../../metrics/deals";
import { ages, recordsOfAge, type AgeLimits } from "../../metrics/freshness";
import { amountAtRisk, missingKeyCells, ownedBy, type KeyField } from "../../metrics/key-fields";
import { largestFirst } from "../../metrics/largest-first";
import type { Block, RuleSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed, reportTable } from "../report-table";
import { qualitySetting } from "./inputs";
import { againstTargets, missing, note, section, verdictRules, type QualityParts } from "./parts";

const repsTableName = "RepQuality";
const mostReps = 40;

export function repBlocks(parts: QualityParts, fields: readonly KeyField[]): { readonly blocks: readonly Block[]; readonly rules: readonly RuleSpec[] } {
  const { words, model, context } = parts;
  const { title, columns: headers, note: about, noteMost, needs, nobody } = words.reps;
  if (!model) return { blocks: [], rules: [] };
  if (isOpenGrouped(model)) return { blocks: [section(title), missing(context.text.tables.groups.needsOpen(title))], rules: [] };
  const owners = ownersOf(model);
  if (owners.length === 0) return { blocks: [section(title), missing(needs)], rules: [] };
  const names = owners.slice(0, mostReps);
  const { yes } = context.text.tables;
  const touched = touchedColumn(context);
  const limits = ageLimits(context);
  const keys = `(${fields.map(({ isKey }) => `(${isKey.text}=${literalText(yes)})`).join("+") || "0"})`;
  const keyCount = fields.filter(({ isKey }) => isKey.value.toLowerCase() === yes.toLowerCase()).length;
  const own = (header: string, value: Figure): Term<Figure> => reference(thisRow(repsTableName, header), value);
  const rows = names.map((name) => {
    const of = ownedBy(model, name === "" ? null : reference(thisRow(repsTableName, headers.rep), name));
    const open = deals(model, "open", of);
    const cells = multiply(reference(thisRow(repsTableName, headers.open), open.value), reference(keys, keyCount));
    const filled = ratio(subtract(cells, missingKeyCells(model, fields, yes, of)), cells);
    const worth = amount(model, "open", of);
    const atRisk = amountAtRisk(model, fields, of);
    return {
      open, filled, verdict: againstTargets(parts, own(headers.filled, filled.value)), worth, atRisk, share: ratio(own(headers.atRisk, atRisk.value), own(headers.amount, worth.value)),
      ages: touched ? ages.map((age) => recordsOfAge(age, touched, context.model.settings.asOf, limits, outcomeIs(model, "open"), of)) : [],
    };
  });
  return {
    blocks: [
      section(title), note(`${about}${owners.length > mostReps ? ` ${noteMost.replace("{n}", String(mostReps)).replace("{all}", String(owners.length))}` : ""}${touched ? "" : ` ${words.fresh.needs}`}`, 2),
      reportTable(repsTableName, headers.rep, [
        fixed(headers.rep, "text", names.map((name) => (name === "" ? nobody : name)), "label"),
        figures(headers.open, "count", rows.map((row) => row.open)), figures(headers.filled, "percent", rows.map((row) => row.filled)), figures(headers.verdict, "text", rows.map((row) => row.verdict), "centred"),
        figures(headers.amount, "money", rows.map((row) => row.worth)), figures(headers.atRisk, "money", rows.map((row) => row.atRisk)), figures(headers.share, "percent", rows.map((row) => row.share)),
        ...(touched ? ages.map((age, at) => figures(words.fresh.ages[age], "count", rows.map((row) => row.ages[at] ?? ""))) : []),
      ]),
    ],
    rules: [...verdictRules(parts, { table: repsTableName, column: headers.verdict }), { kind: "dataBar", area: { table: repsTableName, column: headers.share }, colour: "#F3D9A6", min: 0, max: 1 }],
  };
}

/** The day a deal was last touched: its last activity, else its last change. */
function touchedColumn({ data }: SheetContext): Column | null {
  const fields = data.get("deal")?.fields;
  return fields?.get("lastActivity") ?? fields?.get("modified") ?? null;
}

export function ageLimits(context: SheetContext): AgeLimits {
  return { day: qualitySetting(context, "day"), week: qualitySetting(context, "week"), month: qualitySetting(context, "month") };
}

/** Owners of open deals by their amount, the largest first; "" for deals without an owner. */
function ownersOf(model: DealModel): readonly string[] {
  const open = outcomeIs(model, "open");
  const { owner, amount: worth } = model.deals.columns;
  const sums = new Map<string, { readonly name: string; sum: number }>();
  owner.values.forEach((value, row) => {
    if (!open.test(open.column.values[row] ?? null)) return;
    const name = typeof value === "string" ? value : "";
    const known = sums.get(name.toLowerCase()) ?? { name, sum: 0 };
    const here = worth.values[row];
    known.sum += typeof here === "number" ? here : 0;
    sums.set(name.toLowerCase(), known);
  });
  return [...sums.values()].sort(largestFirst(({ sum }) => sum, ({ name }) => name)).map(({ name }) => name);
}

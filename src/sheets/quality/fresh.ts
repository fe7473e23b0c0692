// How old are the records, and how soon are activities recorded?

import { thisRow, type Column } from "../../formula/column";
import { is, type Criterion } from "../../formula/criteria";
import { add, call, cell, literal, literalText, ratio, reference, type Term } from "../../formula/term";
import { outcomeIs } from "../../metrics/deals";
import { ages, recordsOfAge } from "../../metrics/freshness";
import { recordedDays, recordedWithinADay } from "../../metrics/timeliness";
import { grid, show, type Block, type RuleSpec } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import { qualitySetting } from "./inputs";
import { missing, note, section, width, type QualityParts } from "./parts";
import { ageLimits } from "./reps";

const freshTableName = "Freshness";

interface FreshRow {
  readonly label: string;
  readonly column: Column;
  readonly criteria: readonly Criterion[];
}

export function freshBlocks(parts: QualityParts): readonly Block[] {
  const { words, context } = parts;
  const { title, note: about, needs, columns: headers } = words.fresh;
  const rows = freshRows(parts);
  if (rows.length === 0) return [section(title), missing(needs)];
  const limits = ageLimits(context);
  const made = rows.map(({ column, criteria }) => ages.map((age) => recordsOfAge(age, column, context.model.settings.asOf, limits, ...criteria)));
  const own = (header: string, value: number): Term<number> => reference(thisRow(freshTableName, header), value);
  const totals = made.map((counts) => add(...counts.map((count, at) => own(words.fresh.ages[ages[at] ?? "none"], count.value))));
  return [
    section(title), note(about),
    reportTable(freshTableName, headers.what, [
      fixed(headers.what, "text", rows.map(({ label }) => label), "label"),
      figures(headers.records, "count", totals),
      ...ages.map((age, at) => figures(words.fresh.ages[age], "count", made.map((counts) => counts[at] ?? literal(0)))),
      figures(headers.share, "percent", made.map((counts, at) => ratio(own(words.fresh.ages.day, counts[0]?.value ?? 0), own(headers.records, totals[at]?.value ?? 0)))),
    ]),
  ];
}

/** Open deals, leads not converted and accounts, by each day that may tell when they were touched. */
function freshRows({ context, words, model }: QualityParts): readonly FreshRow[] {
  const { rows: labels } = words.fresh;
  const of = (object: "deal" | "lead" | "account", criteria: readonly Criterion[]): FreshRow[] =>
    (["lastActivity", "modified"] as const).flatMap((field) => {
      const column = context.data.get(object)?.fields.get(field);
      return column ? [{ label: labels[object][field], column, criteria }] : [];
    });
  const { leads, words: said } = context.model;
  return [
    ...(model ? of("deal", [outcomeIs(model, "open")]) : []), ...(leads ? of("lead", [is(leads.converted, literal(said.no))]) : []), ...of("account", []),
  ];
}

const timelyCell = "quality.timely";

export function timelyBlocks({ words, context }: QualityParts): { readonly blocks: readonly Block[]; readonly rules: readonly RuleSpec[] } {
  const { title, needs, labels, notes } = words.timely;
  const fields = context.data.get("activity")?.fields;
  const days = fields ? recordedDays(fields) : null;
  if (!days) return { blocks: [section(title), missing(needs)], rules: [] };
  if (days.on.grouping && !days.groups) return { blocks: [section(title), missing(words.timely.grouped)], rules: [] };
  const { share, of } = recordedWithinADay(days, context.model.settings.asOf);
  const target = qualitySetting(context, "timely");
  const here = cell(timelyCell, share.value);
  const { verdicts } = words;
  const says = call(`IF(NOT(ISNUMBER(${here.text})),${literalText(words.timely.none)},IF(${here.text}>=${target.text},${literalText(verdicts.onTarget)},${literalText(verdicts.below)}))`, share.value === "" ? words.timely.none : share.value >= target.value ? verdicts.onTarget : verdicts.below);
  const area = { from: `${timelyCell}.verdict`, to: `${timelyCell}.verdict` };
  return {
    blocks: [
      section(title), note(words.timely.note),
      grid([
        [show("label", labels.share), show("total", share, { format: "percent", id: timelyCell }), show("centred", says, { id: `${timelyCell}.verdict`, format: "text", across: 2 }), show("label", notes.share, { across: width - 4 })],
        [show("label", labels.of), show("value", of, { format: "count" }), show("label", "", { across: 2 }), show("label", notes.of, { across: width - 4 })],
      ]),
    ],
    rules: [{ kind: "equals", area, text: verdicts.onTarget, tone: "good" }, { kind: "equals", area, text: verdicts.below, tone: "bad" }],
  };
}

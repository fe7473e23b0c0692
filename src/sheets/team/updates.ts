// How soon each rep records activities: counts of the export, the share by formula.

import { column, thisRow, type Column } from "../../formula/column";
import { sideBySide } from "../../formula/side-by-side";
import { numberText, percentText, sentence } from "../../formula/sentence";
import { call, literalText, reference, type Figure, type Term } from "../../formula/term";
import { recordedDays, type RecordedDays } from "../../metrics/timeliness";
import { lagBands, lagsByOwner, withinADay, type ActivityDays, type LagBand } from "../../metrics/update-timeliness";
import type { Day } from "../../values";
import { gap, grid, show, type Block, type RuleSpec } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import { figureColumn, section, width, type TeamParts } from "./parts";
import type { TeamRep } from "./reps";

const updatesTableName = "TeamUpdates";

interface Updates {
  readonly blocks: readonly Block[];
  readonly rules: readonly RuleSpec[];
  /** As the balanced view looks it up; null where nothing tells. */
  readonly share: { readonly names: Column; readonly figures: Column<Figure> } | null;
}

/** `target` is the cell of the balanced view; "" where none is typed. */
export function updates(parts: TeamParts, target: Term<Figure>): Updates {
  const { words, context, reps } = parts;
  const fields = context.data.get("activity")?.fields;
  const owner = fields?.get("owner");
  const recorded = fields ? recordedDays(fields) : null;
  if (!owner || !recorded) return { blocks: [section(words.updatesTitle), missing(words.updatesMissing)], rules: [], share: null };
  const asOf = context.model.settings.asOf.value;
  const days = owner.grouping ? daysOfGroups(owner, recorded, asOf) : { owner: owner.values, on: recorded.on.values, created: recorded.created?.values ?? null, modified: recorded.modified?.values ?? null };
  if (!days) return { blocks: [section(words.updatesTitle), missing(words.updatesGrouped)], rules: [], share: null };
  const lags = lagsByOwner(days, asOf);
  const known = reps.flatMap((rep): readonly (readonly [TeamRep, NonNullable<ReturnType<typeof lags.get>>])[] => {
    const own = rep.isAlone ? lags.get(rep.name.toLowerCase()) : undefined;
    return own ? [[rep, own]] : [];
  });
  if (known.length === 0) return { blocks: [section(words.updatesTitle), missing(words.updatesMissing)], rules: [], share: null };
  const headers = words.updates;
  const here = (header: string, value: number) => reference(thisRow(updatesTableName, header), value);
  const shares = known.map(([, own]) => withinADay(Object.fromEntries(lagBands.map((band) => [band, here(headers[band], own[band])])) as Record<LagBand, Term<number>>));
  const all = figureColumn(updatesTableName, headers.share, shares);
  const names = column(updatesTableName, headers.rep, known.map(([rep]) => rep.key));
  const status = shares.map(({ value }) => statusOf(parts, reference(thisRow(updatesTableName, headers.share), value), target));
  const table = reportTable(updatesTableName, headers.rep, [
    fixed(headers.rep, "text", names.values, "label"),
    fixed(headers.activities, "count", known.map(([, own]) => lagBands.reduce((sum, band) => sum + own[band], own.unknown))),
    ...lagBands.map((band) => fixed(headers[band], "count", known.map(([, own]) => own[band]))),
    fixed(headers.unknown, "count", known.map(([, own]) => own.unknown)),
    figures(headers.share, "percent", shares),
    figures(headers.status, "text", status, "centred"),
  ]);
  const total = (band: LagBand) => known.reduce((sum, [, own]) => sum + own[band], 0);
  return {
    blocks: [
      section(words.updatesTitle, words.updatesNote, 32),
      grid([[show("sentence", headline(parts, total, target, all), { across: width })]], [20]),
      table, gap(),
    ],
    rules: [
      ...([["met", "good"], ["below", "bad"], ["none", "muted"]] as const).map(([key, tone]): RuleSpec => ({ kind: "equals", area: { table: updatesTableName, column: headers.status }, text: words.updateStatuses[key], tone })),
      { kind: "dataBar", area: { table: updatesTableName, column: headers.share }, colour: "#BFE3DF", min: 0, max: 1 },
    ],
    share: { names, figures: all },
  };
}

/** Null where no table of groups has owner, day and delay. */
function daysOfGroups(owner: Column, { groups: found }: RecordedDays, asOf: Day): ActivityDays | null {
  const rows = found && owner.grouping?.isCutAt(asOf + 1) ? sideBySide(owner, found.held, found.lag) : null;
  return rows && { owner: rows.columns[0]!, on: rows.columns[1]!, created: null, modified: null, groups: { records: rows.records, lag: rows.columns[2]! } };
}

function missing(why: string): Block {
  return grid([[show("sentence", why, { across: width })], []], [20]);
}

function statusOf({ words }: TeamParts, share: Term<Figure>, target: Term<Figure>): Term<string> {
  const { met, below, none } = words.updateStatuses;
  const now = share.value === "" ? none : target.value === "" ? "" : share.value >= target.value ? met : below;
  return call(`IF(ISNUMBER(${share.text}),IF(ISNUMBER(${target.text}),IF(${share.text}>=${target.text},${literalText(met)},${literalText(below)}),""),${literalText(none)})`, now);
}

function headline({ words }: TeamParts, total: (band: LagBand) => number, target: Term<Figure>, shares: Column<Figure>): Term<string> {
  const sum = (bands: readonly LagBand[]): Term<number> => call(`(${bands.map((band) => `SUM(${column(updatesTableName, words.updates[band], []).text})`).join("+")})`, bands.reduce((all, band) => all + total(band), 0));
  const all = sum(lagBands);
  const part = sum(["sameDay", "nextDay"]);
  const share = call(`${part.text}/${all.text}`, all.value === 0 ? 0 : part.value / all.value);
  const known = shares.values.filter((value): value is number => value !== "");
  const below = call(`COUNTIF(${column(updatesTableName, words.updates.status, []).text},${literalText(words.updateStatuses.below)})`, target.value === "" ? 0 : known.filter((value) => value < Number(target.value)).length);
  const reps = call(`COUNT(${shares.text})`, known.length);
  const said = { share: percentText(share), n: numberText(all) };
  const against = sentence(words.updatesHeadline, { ...said, target: percentText({ ...target, value: Number(target.value) }), below: numberText(below), reps: numberText(reps) });
  const alone = sentence(words.updatesNoTarget, said);
  const now = all.value === 0 ? words.updatesNothing : target.value === "" ? alone.value : against.value;
  return call(`IF(${all.text}=0,${literalText(words.updatesNothing)},IF(ISNUMBER(${target.text}),${against.text},${alone.text}))`, now);
}

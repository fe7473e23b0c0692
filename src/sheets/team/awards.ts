// Best newcomer and best collaborator: who could have it, the figures, and by what they were chosen.

import { column, thisRow, type Column } from "../../formula/column";
import { lookupNumber } from "../../formula/lookup";
import { sideBySide } from "../../formula/side-by-side";
import { numberText, percentText, sentence } from "../../formula/sentence";
import { call, dayTerm, literal, literalText, reference, type Figure, type Term } from "../../formula/term";
import { helpByOwner, type Help } from "../../metrics/collaboration";
import { gap, grid, input, show, type Block, type Cell, type RuleSpec } from "../block";
import type { SheetContext } from "../context";
import { figures, fixed, reportTable } from "../report-table";
import { figureColumn, leaderName, leaderOf, section, width, type TeamParts } from "./parts";
import { tieText, type Ranking } from "./ranking";
import { repHere } from "./reps";

const awardsTableName = "TeamAwards";

/** Names of the cells the criteria are typed in, with what they hold until then. */
export const awardInputs = { newcomerDays: ["NewcomerDays", 180], activity: ["AwardPerActivity", 1], deal: ["AwardPerDeal", 3], project: ["AwardPerProject", 5] } as const;
type AwardInput = keyof typeof awardInputs;

interface Awards {
  readonly blocks: readonly Block[];
  readonly rules: readonly RuleSpec[];
}

export function awards(parts: TeamParts, ranking: Ranking): Awards {
  const { words, context, reps, quotas } = parts;
  const headers = words.awards;
  const settings = awardSettings(context);
  const help = helpOf(parts);
  const own = (header: string, value: Figure) => reference(thisRow(awardsTableName, header), value);
  const asOf = dayTerm(context.model.settings.asOf);
  const { yes, no } = context.text.tables;
  const rows = reps.map((rep) => {
    const here = repHere(awardsTableName, headers.rep, rep);
    const start = quotas.figure("start", here);
    const days = daysHere(own(headers.start, start.value), asOf);
    const isNew = newcomer(own(headers.days, days.value), settings.newcomerDays, yes, no);
    const isNewHere = reference(thisRow(awardsTableName, headers.newcomer), isNew.value);
    const of = (figure: Column<Figure>) => ofNewcomer(isNewHere, lookupNumber(figure, here, ranking.names), yes);
    return { start, days, isNew, attainment: of(ranking.attainment), sales: of(ranking.sales), help: rep.isAlone ? (help?.get(rep.name.toLowerCase()) ?? null) : null, projects: quotas.figure("projects", here) };
  });
  const counts = (name: keyof Help) => rows.map((row) => (help ? (row.help?.[name] ?? 0) : null));
  const points = rows.map((row): Term<Figure> => (isUntold(parts) ? literal("") : pointsOf(settings, {
    activity: help ? own(headers.activities, row.help?.activities ?? 0) : null, deal: help ? own(headers.deals, row.help?.deals ?? 0) : null, project: own(headers.projects, row.projects.value),
  })));
  const names = column(awardsTableName, headers.rep, reps.map(({ key }) => key));
  const table = reportTable(awardsTableName, headers.rep, [
    fixed(headers.rep, "text", names.values, "label"),
    figures(headers.start, "day", rows.map(({ start }) => start)),
    figures(headers.days, "count", rows.map(({ days }) => days)),
    figures(headers.newcomer, "text", rows.map(({ isNew }) => isNew), "centred"),
    figures(headers.attainment, "percent", rows.map(({ attainment }) => attainment)),
    figures(headers.sales, "money", rows.map(({ sales }) => sales)),
    ...(help ? [fixed(headers.activities, "count", counts("activities")), fixed(headers.deals, "count", counts("deals"))] : []),
    figures(headers.projects, "count", rows.map(({ projects }) => projects)),
    figures(headers.points, "count", points),
  ]);
  const of = (header: string, terms: readonly Term<Figure>[]) => figureColumn(awardsTableName, header, terms);
  const newcomerCard = bestNewcomer(parts, settings, names, { attainment: of(headers.attainment, rows.map((row) => row.attainment)), sales: of(headers.sales, rows.map((row) => row.sales)), starts: of(headers.start, rows.map((row) => row.start)) });
  const collaboratorCard = bestCollaborator(parts, settings, names, of(headers.points, points), help !== null);
  // Without a start day, help or a project there is nothing to list; the cards say what is needed.
  const isKnown = help !== null || rows.some(({ start, projects }) => start.value !== "" || projects.value !== "");
  if (!isKnown) return { blocks: [section(words.awardsTitle), cardsOf(words, toldCard(words.nobody, words.newcomerUnknown), toldCard(noCollaborator(parts), helpUnknown(parts))), gap(), criteria(words, settings), gap()], rules: [] };
  return {
    blocks: [
      section(words.awardsTitle),
      cardsOf(words, newcomerCard, collaboratorCard),
      gap(),
      criteria(words, settings),
      gap(),
      ...(help ? [grid([[show("wrapped", words.awardsNote, { across: width })]], [18])] : []),
      table, gap(),
    ],
    rules: [{ kind: "equals", area: { table: awardsTableName, column: headers.newcomer }, text: yes, tone: "strong" }],
  };
}

type AwardSettings = Readonly<Record<AwardInput, Term<number>>>;

function awardSettings({ memory }: SheetContext): AwardSettings {
  const of = (key: AwardInput): Term<number> => {
    const [name, atFirst] = awardInputs[key];
    const typed = memory.inputs.get(name);
    return reference(name, typeof typed === "number" && typed >= 0 && typed <= 3650 ? typed : atFirst);
  };
  return { newcomerDays: of("newcomerDays"), activity: of("activity"), deal: of("deal"), project: of("project") };
}

/** Null where the exports do not tell whose deal an activity was on. */
function helpOf(parts: TeamParts): ReadonlyMap<string, Help> | null {
  const { context, deals } = parts;
  const activities = context.data.get("activity")?.fields;
  const [owner, deal] = [activities?.get("owner"), activities?.get("deal")];
  const rows = owner && deal && deals && !isUntold(parts) ? sideBySide(owner, deal) : null;
  if (!rows || !deals) return null;
  const { id, owner: owners } = deals.deals.columns;
  return helpByOwner({ owner: rows.columns[0]!, deal: rows.columns[1]!, records: rows.records, deals: { id: id.values, name: context.data.get("deal")?.fields.get("name")?.values ?? null, owner: owners.values } });
}

/** Activities were brought, but on deals in groups, or in groups without owner and deal together: whose deal each was on is not known, and points without them would be wrong. */
function isUntold({ context, deals }: TeamParts): boolean {
  const activities = context.data.get("activity")?.fields;
  if (!activities) return false;
  const [owner, deal] = [activities.get("owner"), activities.get("deal")];
  return deals?.deals.groups !== undefined || (owner?.grouping !== undefined && (!deal || sideBySide(owner, deal) === null));
}

/** Why nobody's help on deals of colleagues is known. */
function helpUnknown(parts: TeamParts): string {
  const { words, context } = parts;
  return isUntold(parts) ? context.text.tables.groups.needsEach(words.awards.activities) : words.collaboratorUnknown;
}

/** Instead of a name: that there is none, or that help was not counted at all. */
function noCollaborator(parts: TeamParts): string {
  return isUntold(parts) ? parts.words.notCounted : parts.words.nobody;
}

function daysHere(start: Term<Figure>, asOf: Term<number>): Term<Figure> {
  const known = start.value !== "" && start.value <= asOf.value;
  return call(`IF(ISNUMBER(${start.text}),IF(${start.text}>${asOf.text},"",${asOf.text}-${start.text}),"")`, known ? asOf.value - Number(start.value) : "");
}

function newcomer(days: Term<Figure>, most: Term<number>, yes: string, no: string): Term<string> {
  const now = days.value === "" ? "" : days.value <= most.value ? yes : no;
  return call(`IF(ISNUMBER(${days.text}),IF(${days.text}<=${most.text},${literalText(yes)},${literalText(no)}),"")`, now);
}

function ofNewcomer(isNew: Term<string>, figure: Term<Figure>, yes: string): Term<Figure> {
  return call(`IF(${isNew.text}=${literalText(yes)},${figure.text},"")`, isNew.value === yes ? figure.value : "");
}

function pointsOf(settings: AwardSettings, parts: Readonly<Record<"activity" | "deal" | "project", Term<Figure> | null>>): Term<number> {
  const counted = (["activity", "deal", "project"] as const).flatMap((key) => (parts[key] ? [{ per: settings[key], count: parts[key] }] : []));
  return call(counted.map(({ per, count }) => `${per.text}*N(${count.text})`).join("+"), counted.reduce((sum, { per, count }) => sum + per.value * Number(count.value || 0), 0));
}

interface Card {
  readonly name: Term<string>;
  readonly why: Term<string>;
}

function bestNewcomer({ words }: TeamParts, { newcomerDays }: AwardSettings, names: Column<string>, { attainment, sales, starts }: Readonly<Record<"attainment" | "sales" | "starts", Column<Figure>>>): Card {
  const days = numberText(newcomerDays);
  const among = (figure: Column<Figure>) => numberText(call(`COUNT(${figure.text})`, figure.values.filter((value) => value !== "").length));
  const most = leaderOf(attainment.values)?.most ?? 0;
  const said = sentence(words.newcomerBy, { n: among(attainment), days, figure: percentText(call(`MAX(${attainment.text})`, most)), tie: tieText(words.tie, attainment) });
  const bySales = sentence(words.newcomerBySales, { n: among(sales), days, tie: tieText(words.tie, sales) });
  const none = sentence(words.newcomerNone, { days });
  const level = most > 0 ? 0 : (leaderOf(sales.values)?.most ?? 0) > 0 ? 1 : 2;
  const pick = (first: Term<string>, second: Term<string>, last: Term<string>) =>
    call(`IF(MAX(${attainment.text})>0,${first.text},IF(MAX(${sales.text})>0,${second.text},${last.text}))`, [first, second, last][level]!.value);
  const unknown = starts.values.every((value) => value === "");
  const why = call(`IF(COUNT(${starts.text})=0,${literalText(words.newcomerUnknown)},${none.text})`, unknown ? words.newcomerUnknown : none.value);
  return { name: pick(leaderName(names, attainment), leaderName(names, sales), literal(words.nobody)), why: pick(said, bySales, why) };
}

function bestCollaborator(parts: TeamParts, { activity, deal, project }: AwardSettings, names: Column<string>, points: Column<Figure>, tells: boolean): Card {
  const { words } = parts;
  const most = leaderOf(points.values)?.most ?? 0;
  const said = sentence(words.collaboratorBy, { points: numberText(call(`MAX(${points.text})`, most)), tie: tieText(words.tie, points), a: numberText(activity), d: numberText(deal), p: numberText(project) });
  const none = tells ? words.collaboratorNone : helpUnknown(parts);
  const pick = (found: Term<string>, otherwise: string) => call(`IF(MAX(${points.text})>0,${found.text},${literalText(otherwise)})`, most > 0 ? found.value : otherwise);
  return { name: pick(leaderName(names, points), noCollaborator(parts)), why: pick(said, none) };
}

function cardsOf(words: TeamParts["words"], newcomer: Card, collaborator: Card): Block {
  return { kind: "beside", blocks: [{ column: 0, block: card(words.newcomerTitle, newcomer) }, { column: 4, block: card(words.collaboratorTitle, collaborator) }] };
}

function toldCard(name: string, why: string): Card {
  return { name: literal(name), why: literal(why) };
}

function card(title: string, { name, why }: Card): Block {
  const across = 4;
  return grid([[show("cardLabel", title, { across })], [show("cardValue", name, { across })], [show("cardNote", why, { across })]], [22, 34, 34]);
}

/** The cells the criteria are typed in: the newcomers' first, the points beside. */
function criteria({ awardSettings: labels }: TeamParts["words"], settings: AwardSettings): Block {
  const cell = (key: AwardInput): readonly Cell[] => [
    show("label", labels[key], { across: 3 }),
    input(awardInputs[key][0], settings[key].value, { format: "count", allowed: { kind: "number", min: 0, max: 3650, whole: true } }),
  ];
  return grid([[...cell("newcomerDays"), ...cell("activity")], [...cell("deal"), ...cell("project")]]);
}

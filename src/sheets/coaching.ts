// SPIN questions per deal, 90-day onboarding, training and certification.

import { numberText, percentText, sentence } from "../formula/sentence";
import { assured, call, literal, literalText, type Figure, type Term } from "../formula/term";
import { gap, grid, show, type Block, type Cell, type SheetSpec } from "./block";
import { bankBlocks, bankRows, bankTableName } from "./coaching/bank";
import { certification, certificationGoalName, certificationsTableName, certificatesTableName, type Certification } from "./coaching/certification";
import { columnWidths, width } from "./coaching/forms";
import { learning, learningTableName, sharesTableName, toleranceName, type Learning } from "./coaching/learning";
import { newcomersTableName, onboarding, planTableName, soonName, tasksTableName, type Onboarding } from "./coaching/onboarding";
import { playsTableName, rolePlays, type RolePlays } from "./coaching/role-plays";
import { spin, spinTableName, type Spin } from "./coaching/spin";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import type { Format } from "./plan";
import { tabColours } from "./tabs";

export const coachingEntry: SheetEntry = {
  make: coachingSheet,
  forms: [spinTableName, bankTableName, newcomersTableName, tasksTableName, planTableName, learningTableName, sharesTableName, certificatesTableName, certificationsTableName, playsTableName],
  shared: [bankTableName, tasksTableName, learningTableName, sharesTableName, certificatesTableName],
  inputs: [soonName, toleranceName, certificationGoalName],
  definitions: ({ coaching }) => coaching.definitions,
};

interface Parts {
  readonly deals: Spin;
  readonly newcomers: Onboarding;
  readonly hours: Learning;
  readonly exams: Certification;
  readonly plays: RolePlays;
}

function coachingSheet(context: SheetContext): SheetSpec {
  const { text } = context;
  const words = text.coaching;
  const parts: Parts = { deals: spin(context), newcomers: onboarding(context), hours: learning(context), exams: certification(context), plays: rolePlays(context) };
  return {
    id: "coaching",
    name: text.sheets.coaching.name,
    tab: tabColours.work,
    columnWidths,
    gridlines: false,
    freeze: { rows: 0, columns: 1 },
    blocks: [
      grid([[show("title", words.title, { across: width })], [show("sentence", words.intro, { across: width })]], [30, 22]), gap(),
      cards(parts, words), gap(),
      ...parts.deals.blocks, gap(),
      ...bankBlocks(bankRows(context), context), gap(),
      ...parts.newcomers.blocks, gap(),
      ...parts.hours.blocks, gap(),
      ...parts.exams.blocks, gap(),
      ...parts.plays.blocks,
    ],
    rules: [...parts.newcomers.rules, ...parts.hours.rules, ...parts.exams.rules, ...parts.plays.rules],
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

/** A figure with what stands below it; without the figure, why. */
interface Card {
  readonly label: string;
  readonly value: Term<Figure>;
  readonly format: Format;
  readonly note: Term<string>;
  readonly across: number;
}

function cards(parts: Parts, words: SheetContext["text"]["coaching"]): Block {
  const all = cardsOf(parts, words);
  return grid([
    all.map(({ label, across }): Cell => show("cardLabel", label, { across })),
    all.map(({ value, format, across }): Cell => show("cardValue", value, { format, across })),
    all.map(({ note, across }): Cell => show("cardNote", note, { across })),
  ], [22, 34, 30]);
}

function cardsOf({ deals, newcomers, hours, exams, plays }: Parts, { cards: labels, cardNotes: notes }: SheetContext["text"]["coaching"]): readonly Card[] {
  const counted = (count: { readonly all: Term<number> } | null, told: string, none: string): Term<string> => (count ? sentence(told, { n: numberText(count.all) }) : literal(none));
  const nothing: Term<Figure> = literal("");
  return [
    { label: labels.spin, value: deals.count?.complete ?? nothing, format: "count", note: counted(deals.count, notes.spin, notes.noSpin), across: 1 },
    { label: labels.overdue, value: newcomers.count?.overdue ?? nothing, format: "count", note: counted(newcomers.count, notes.overdue, notes.noPlan), across: 1 },
    { label: labels.pass, value: exams.rate, format: "percent", note: whereKnown(exams.rate, sentence(notes.pass, { goal: percentText(exams.goal) }), notes.noPass), across: 2 },
    { label: labels.play, value: plays.mean, format: "decimal", note: whereKnown(plays.mean, sentence(notes.play, { n: numberText(plays.count) }), notes.noPlay), across: 2 },
    { label: labels.practice, value: hours.practice.share, format: "percent", note: whereKnown(hours.practice.share, modelNote(hours, notes.practice), notes.noPractice), across: 2 },
  ];
}

/** Nothing of a target that is not typed. */
function modelNote({ practice: { target } }: Learning, template: string): Term<string> {
  const said = sentence(template, { goal: percentText(assured(target)) });
  return call(`IF(ISNUMBER(${target.text}),${said.text},"")`, target.value === "" ? "" : said.value);
}

function whereKnown({ text, value }: Term<Figure>, note: Term<string>, none: string): Term<string> {
  return call(`IF(ISNUMBER(${text}),${note.text},${literalText(none)})`, value === "" ? none : note.value);
}

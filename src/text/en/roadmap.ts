import type { FigureDefinition } from "../figure";
import { roadmapSeeds } from "./roadmap-seeds";

/** What the sheet “Roadmap” says. Braces stand for figures that follow by formula. */
export const roadmap = {
  title: "Roadmap",
  headline: "Today {now} of 5 points, aimed at {target}. Widest gap: {dimension} ({gap}).",
  noScores: "Score the questions below from 1 to 5: the radar and the gaps follow.",
  progress: "Milestones: {done} of {all} done, {behind} behind plan, {overdue} overdue.",
  dimensions: { goals: "Goals", processes: "Processes", capability: "Capability", tools: "Tools and data", collaboration: "Collaboration" },
  phases: { base: "1 Firm ground and better process", data: "2 Stronger team driven by data", whole: "3 All departments together" },
  standing: {
    title: "Where we stand",
    dimension: "Dimension", widest: "Widest gap in it", now: "Today", level: "Level", target: "Target", gap: "Gap", scored: "Scored", all: "All",
    levels: ["starting", "developing", "defined", "managed", "leading"],
    chartTitle: "Where is the gap to the target widest?",
    chartAlt: "Radar of five dimensions: mean score today and target, each from 0 to 5",
  },
  stages: {
    title: "Three phases",
    phase: "Phase", aim: "Aim", milestones: "Milestones", next: "Next milestone", from: "From", to: "To", done: "Done", state: "State",
    aims: {
      base: "Shared definitions, clean data, stages with clear entry and exit",
      data: "Training, methods and coaching; decisions by dashboards and reviews",
      whole: "Shared targets of all departments; what works becomes the standard, and is improved",
    },
  },
  milestones: {
    title: "Milestones",
    note: "Yellow cells are yours; type a new milestone in the row under the last one. ■ done · □ still to do · ◆ due day of a milestone without a start · │ and ▼ as-of day",
    phase: "Phase", milestone: "Milestone", owner: "Owner", resources: "Resources", start: "Start", due: "Due", done: "Done", status: "Status",
    month: "Month", today: "As-of day", day: "Day",
    statuses: { done: "Done", onPlan: "On plan", behind: "Behind plan", overdue: "Overdue", notYet: "Not started", noDates: "No due date" },
    prompts: { day: "A date.", done: "0 % to 100 %", phase: "One of the three phases" },
  },
  settings: {
    firstDay: "First day of the chart", step: "Days per column", behindBy: "Behind plan: done trails the time gone by more than", adoption: "Adoption aimed at",
  },
  diagnosis: {
    title: "Diagnosis: 25 questions in five dimensions",
    note: "1 not at all · 2 in parts · 3 mostly · 4 throughout · 5 better than others. Score with the team and write down what you have seen. Beside a question stands what the data say, where you choose a figure.",
    dimension: "Dimension", question: "Question", score: "Score", evidence: "What we have seen", target: "Target", gap: "Gap", value: "In the data", measure: "Figure",
    prompts: { score: "A whole number from 1 (not at all) to 5 (better than others)", measure: "A figure of this workbook that speaks to the question" },
  },
  pilots: {
    title: "Pilots", note: "Try it with one team or region first; keep what works, adjust what nearly works, stop the rest.",
    team: "Team or region", what: "What is tried", start: "Since", measure: "Measured by", before: "Before", after: "After", change: "Change", verdict: "Verdict",
    verdicts: { keep: "Keep", adjust: "Adjust", stop: "Stop" },
    count: "Pilots: {all} in all, {keep} kept, {adjust} adjusted, {stop} stopped, {open} without a verdict.", none: "No pilot yet: the first line below is for it.",
  },
  rollOut: {
    title: "Roll-out", note: "One line for each team: trained, supported, and how many work in the new way.",
    team: "Team", what: "What is rolled out", training: "Trained", support: "Support", date: "As of", adoption: "Adoption", people: "People", remark: "Remark",
    count: "{mean} of the people in these teams work in the new way; {reached} of {all} teams reach {goal}.", none: "No team with people and adoption yet.",
  },
  rhythm: {
    title: "Review rhythm", note: "What is looked at regularly stays good. Type when a review was last held; the next one follows.",
    review: "Review", what: "What is looked at", leader: "Led by", sheets: "Sheets to use", last: "Last held", next: "Next", every: "Days between", state: "State",
    states: { planned: "Planned", overdue: "Overdue", never: "Not held yet" },
  },
  figures: { title: "Figures to choose from", note: "Choose one under “Figure” in the diagnosis." },
  seeds: roadmapSeeds,
  definitions: [
    { name: "Score of a dimension", formula: "Mean of the scores typed for its questions", denominator: "Questions with a score", dateField: "None: as scored" },
    { name: "Gap", formula: "Target − score of a question; of a dimension: mean target − mean score", denominator: "Questions with both", dateField: "None" },
    { name: "Milestone status", formula: "Behind plan: done % + tolerance < (as-of day − start + 1) ÷ (due − start + 1); overdue: due before the as-of day and not done", denominator: "Milestones with a due date", dateField: "Start, due" },
    { name: "Done of a phase", formula: "Σ done % × days ÷ Σ days of its milestones with start and due", denominator: "Days from start to due", dateField: "Start, due" },
    { name: "Adoption", formula: "Σ people × adoption % ÷ Σ people", denominator: "People of teams with both", dateField: "None: as typed" },
  ] as readonly FigureDefinition[],
};

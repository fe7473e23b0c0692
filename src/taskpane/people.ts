// Which columns of our tables hold people? Those are made anonymous before a workbook is shared.

import { fieldTables } from "../crm/objects/tables";
import { objects, type ObjectKind } from "../crm/reading";
import { headerOf } from "../sheets/data/columns";
import { tableNames } from "../sheets/data/tables";
import { languages } from "../text/language";
import { wholeTextIn, type WholeText } from "../text/whole";

/** A column of a table, by its header in one language. */
interface PersonColumn {
  readonly table: string;
  readonly column: string;
}

/** Fields that say who someone is; a name is a person's only of leads and reps. */
const personFields: ReadonlySet<string> = new Set(["owner", "contact", "by", "manager", "firstName", "lastName", "email", "phone"]);
const namedPeople: ReadonlySet<ObjectKind> = new Set(["lead", "rep"]);

/** The columns by table, in every language a workbook can be built in; a workbook has only some of them. */
export function personColumns(): readonly PersonColumn[] {
  return languages.flatMap((language) => {
    const text = wholeTextIn(language);
    const ofData = objects.flatMap((object) => fieldsOf(object).map((field) => ({ table: tableNames[object], column: headerOf(field, text) })));
    return [...ofData, ...columnsBeyondData(text)];
  });
}

function fieldsOf(object: ObjectKind): readonly string[] {
  return Object.keys(fieldTables[object]).filter((field) => personFields.has(field) || (field === "name" && namedPeople.has(object)));
}

/** Logs and forms know people whom the newest export has no more, and people whom the user has typed. Columns that begin with roles ("Mentor", "All four") are none. */
function columnsBeyondData(text: WholeText): readonly PersonColumn[] {
  const { bonus, changes, coaching, comparison, dashboard, fields, gates, goals, health, history, quality, review, roadmap, scoring, scoringReview, team, together, winLoss } = text;
  const headers: Readonly<Record<string, readonly string[]>> = {
    Snapshots: [changes.log.owner], CloseDateChanges: [history.due.owner], ChangedDeals: [history.changed.owner], SlippedByOwner: [history.slips.rep], SlippedDeals: [history.slipList.owner],
    Attention: [fields.owner], Reps: [dashboard.reps.rep],
    Goals: [goals.columns.owner], CheckIns: [goals.log.author],
    GateReps: [gates.reps.rep], GateMisses: [gates.misses.rep], GateStill: [gates.stillList.rep], GateChecks: [fields.owner, fields.contact],
    Battlecards: [winLoss.cards.owner],
    LeadHandOver: [scoring.list.owner, scoring.list.suggested], LeadNurture: [scoring.list.owner], LeadOwners: [scoring.owners.owner], LeadRouting: [scoring.routing.owner], ScoreReviewLog: [scoringReview.log.attended],
    HealthFirst: [health.list.owner], HealthRenewals: [health.list.owner], HealthScores: [health.scores.owner],
    TeamRanking: [team.ranking.rep], TeamFigures: [team.ranking.rep], TeamScores: [team.scores.rep], TeamUpdates: [team.updates.rep], TeamAwards: [team.awards.rep], TeamQuotas: [team.typed.rep],
    SpinDeals: [coaching.spin.owner], Newcomers: [coaching.newcomers.name, coaching.newcomers.mentor], OnboardingPlan: [coaching.plan.newcomer],
    Certifications: [coaching.log.rep], RolePlays: [coaching.plays.rep],
    BonusPayout: [bonus.payout.rep], BonusHistory: [bonus.history.rep], BonusSignOff: [bonus.sign.name],
    DealsAtRisk: [quality.worst.columns.owner], RepQuality: [quality.reps.columns.rep],
    AgreedDefinitions: [comparison.agreed.by],
    SharedKpis: [together.kpis.owner], HandoffTicks: [together.ticks.owner], CommitteeActions: [together.actions.owner], JointProjects: [together.projects.owner],
    Milestones: [roadmap.milestones.owner], ReviewDecisions: [review.decisions.columns.owner],
  };
  return Object.entries(headers).flatMap(([table, columns]) => columns.map((column) => ({ table, column })));
}

// The tasks of a 90-day plan until others are typed: training, visits with the mentor, small customers alone (the article, challenge 3).

import type { WholeText } from "../../text/whole";

interface PlanTask {
  readonly key: keyof WholeText["coaching"]["planTasks"];
  readonly month: 1 | 2 | 3;
  /** Days after the start day. */
  readonly day: number;
  readonly who: keyof WholeText["coaching"]["people"];
}

export const planTasks: readonly PlanTask[] = [
  { key: "product", month: 1, day: 10, who: "trainer" },
  { key: "industry", month: 1, day: 15, who: "trainer" },
  { key: "crm", month: 1, day: 20, who: "trainer" },
  { key: "process", month: 1, day: 25, who: "trainer" },
  { key: "month1", month: 1, day: 30, who: "manager" },
  { key: "observe", month: 2, day: 40, who: "mentor" },
  { key: "lead", month: 2, day: 52, who: "mentor" },
  { key: "play", month: 2, day: 57, who: "mentor" },
  { key: "month2", month: 2, day: 60, who: "manager" },
  { key: "small", month: 3, day: 62, who: "self" },
  { key: "week1", month: 3, day: 67, who: "manager" },
  { key: "week2", month: 3, day: 74, who: "manager" },
  { key: "week3", month: 3, day: 81, who: "manager" },
  { key: "offer", month: 3, day: 85, who: "self" },
  { key: "month3", month: 3, day: 90, who: "manager" },
];

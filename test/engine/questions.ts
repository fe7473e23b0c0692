// Questions of many kinds about made deals, and answers as lines to lay beside each other.

import type { Answer } from "../../src/crm/groups";
import type { Condition, Question } from "../../src/formula/question";
import { dayOfIso } from "../../src/values";

/** Numbers to ten digits, in the order of their keys. */
export function rounded(answers: ReadonlyMap<string, Answer>): readonly string[] {
  return [...answers].map(([key, value]) => `${key}: ${value === null ? "none" : typeof value === "number" ? Number(value.toPrecision(10)) : JSON.stringify(value)}`).sort();
}

/** Each figure under each set of conditions. */
export function questionsOfDeals(): readonly Question[] {
  const is = (field: string, operand: string): Condition => ({ field, operator: "is", operand, isDay: false });
  const than = (field: string, operator: Condition["operator"], operand: number | null, isDay = false): Condition => ({ field, operator, operand, isDay });
  const [from, to] = [dayOfIso("2025-04-03")!, dayOfIso("2025-09-17")!];
  const wheres: readonly (readonly Condition[])[] = [
    [], [is("outcome", "won")], [is("outcome", "LOST")], [is("owner", "ivy")], [is("owner", "unknown")], [is("owner", "o'neil \"q\"")], [is("owner", "nobody")],
    [than("owner", "empty", null)], [than("source", "filled", null), is("stage", "closed won")], [than("amount", "filled", null)], [than("amount", "empty", null), is("outcome", "open")],
    [than("amount", ">=", 1234.56), than("amount", "<", 5000)], [than("closed", ">=", from, true), than("closed", "<=", to, true), is("outcome", "won")],
    [is("currency", "usd")], [is("currency", "EUR"), than("cycle", ">", 30)], [than("currency", "empty", null)], [than("due", "<", to, true)], [than("inStageSince", "=", from, true)],
    [is("account", "account 7"), than("probability", "<=", 0.5)], [is("product", "none there")], [than("weighted", ">", 1000.5), is("source", "web")],
  ];
  const asked: readonly [Question["ask"], string | null][] = [
    ["count", null], ["sum", "amount"], ["sum", "weighted"], ["median", "cycle"], ["median", "amount"], ["lowest", "amount"], ["highest", "lastActivity"], ["highest", "closed"], ["median", "created"], ["sum", "product"],
  ];
  return wheres.flatMap((where) => asked.map(([ask, field]): Question => ({ object: "deal", ask, field, where })));
}

import { literal, reference, type Figure } from "../../src/formula/term";
import { dueDay, isSameCell, shareStatus, taskStatus, type ShareStatus, type TaskStatus } from "../../src/metrics/coaching";
import type { CellValue } from "../../src/values";

const tasks = { done: "done", overdue: "overdue", soon: "soon", ahead: "ahead", noStart: "no start" } satisfies Record<TaskStatus, string>;
const shares = { balanced: "balanced", little: "too little", much: "too much" } satisfies Record<ShareStatus, string>;

it.each<[CellValue, Figure, string]>([["x", 1, "done"], [5, "", "done"], [null, "", "no start"], ["", "", "no start"], [null, 99, "overdue"], [null, 100, "soon"], [null, 107, "soon"], [null, 108, "ahead"]])("a task done %p and due %p is %s on day 100", (done, due, status) => {
  expect(taskStatus(reference("D1", done), reference("E1", due), reference("AsOf", 100), literal(7), tasks)).toMatchObject({
    value: status, text: 'IF(D1<>"","done",IF(ISNUMBER(E1),IF(E1<AsOf,"overdue",IF(E1<=AsOf+7,"soon","ahead")),"no start"))',
  });
});

it("is due so many days after the start", () => {
  expect(dueDay(reference("S1", 100), reference("N1", 30))).toMatchObject({ text: 'IF(AND(ISNUMBER(S1),ISNUMBER(N1)),S1+N1,"")', value: 130 });
  expect([dueDay(literal<Figure>(""), literal(30)).value, dueDay(literal(100), literal<Figure>("")).value]).toEqual(["", ""]);
});

it.each<[Figure, string]>([[0.05, "balanced"], [-0.05, "balanced"], [0.0500000001, "balanced"], [0.06, "too much"], [-0.06, "too little"], ["", ""]])("a gap of %p is %p within 0.05", (gap, status) => {
  expect(shareStatus(reference("G1", gap), reference("T1", 0.05), shares)).toMatchObject({ value: status, text: 'IF(ISNUMBER(G1),IF(ABS(ROUND(G1,9))<=T1,"balanced",IF(G1<0,"too little","too much")),"")' });
});

it.each<[CellValue, CellValue, boolean]>([["Ann", "ANN", true], ["Ann", "Bo", false], [null, "", true], [1, 1, true], [1, "1", false], [true, true, true], [null, 0, false]])("%p and %p are the same: %p", (left, right, same) => expect(isSameCell(left, right)).toBe(same));

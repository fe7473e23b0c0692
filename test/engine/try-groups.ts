import { everything, everythingAsOf, small } from "../everything";
import { groupRows, answerRows } from "./group-rows";
import { differences, plannedWithAnswers } from "./same-numbers";
import { emptyMemory } from "../../src/sheets/memory";
import { chosenSheets } from "../../src/sheets/chosen";
import { addMonths, type Day } from "../../src/values";
const objects = new Set((process.argv[2] ?? "deal").split(","));
const limit = Number(process.argv[3] ?? 100);
const imports = everything("en", { ...small, deal: Number(process.argv[4] ?? 400) });
const asOf = everythingAsOf;
const breaks = [asOf, asOf + 1, addMonths(asOf, -3), addMonths(asOf, -6) - 1, addMonths(asOf,-3)-1, addMonths(asOf,-3)-(asOf-addMonths(asOf,-3)+1), asOf - 30, ...Array.from({length: 200}, (_, n) => asOf - n)] as Day[];
const grouped = imports.map((one) => objects.has(one.recognition.object) ? groupRows(one as never, { breaks: breaks.slice(0, Number(process.argv[5] ?? 7)), limits: { rows: limit, newestWon: 20 } }) : one);
for (const one of grouped) if (one.reading.groups) console.log(one.recognition.object, one.reading.count, one.reading.groups.dimensions.join(), "|", one.reading.groups.more.map((m) => Object.keys(m.columns).join("+") + " " + m.records.length).join("; "), "| out", one.reading.groups.leftOut.join(), one.reading.groups.eachOpen);
const base = { memory: emptyMemory, asOf, language: "en" as const, sheets: chosenSheets, withoutLog: true as const };
const rows = plannedWithAnswers({ ...base, imports }, () => new Map());
const groups = plannedWithAnswers({ ...base, imports: grouped as never }, (qs) => new Map(qs.flatMap((q) => { const one = imports.find((i) => i.recognition.object === q.object)!; try { return [...answerRows(one as never, [q])]; } catch (e) { console.log("!!", JSON.stringify(q), String(e)); return [...new Map([[require("../../src/formula/question").keyOfQuestion(q), null]])]; } })));
console.log("questions", [...groups.context.data.values()].flatMap((d) => d.groups ? [...d.groups.tables.asked.keys()] : []).length);
for (const id of [...chosenSheets, "definitions", "importReport"]) {
  const found = differences(rows.plan, groups.plan, [id]);
  console.log(`== ${id}: ${found.length}`); for (const line of found.slice(0, Number(process.argv[6] ?? 4))) console.log("   ", line.slice(0, 230));
}

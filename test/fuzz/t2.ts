import { parseTable } from "../../src/crm/table";
import { readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import { emptyMemory } from "../../src/sheets/memory";
import { chosenAtFirst } from "../../src/sheets/chosen";
import { checkLimits } from "../../src/sheets/limits";
for (const field of ["Stage","Opportunity Owner","Account Name","Opportunity Name","Lead Source","Type","Currency","Loss Reason","Deal ID","Close Date","Created Date"]) for (const object of ["deal"] as const) {
const H=["Deal ID","Opportunity Name","Stage","Amount","Close Date","Created Date","Opportunity Owner","Account Name","Lead Source","Type","Loss Reason","Currency"];
const long="中".repeat(40000);
const row=(i:number,s:string)=>["D"+i,"N"+i,s,"5","2026-01-0"+i,"2025-01-01","Ann","Acme","Web","New","Price","USD"];
const rows=[row(1,"Closed Won"),row(2,"Closed Lost"),row(3,"Prospecting"),row(4,"Proposal")].map(r=>r.map((c,i)=>H[i]===field?long:c));
const t=parseTable({file:"x.csv",text:[H,...rows].map(r=>r.join(",")).join("\n")});
try{ const read=readExport(t as never,{object}); const plan=report({imports:[read],asOf:46349 as never,language:"en",memory:emptyMemory,sheets:chosenAtFirst(new Set([object]))}); checkLimits(plan); console.log(field,"ok")}catch(e){console.log(field,(e as Error).message.slice(0,200))}
}

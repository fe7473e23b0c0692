import fc from "fast-check";
import { areas } from "./areas";
async function main(){
  const [name="", runs="2000", seed="1"]=process.argv.slice(2);
  for (const area of areas.filter(a=>a.name.includes(name))) {
    const s=Date.now(); const seen=new Map<string,{n:number,input:unknown,stack:string}>(); let slow=0; let slowInput:unknown; let tried=0;
    for (let b=0;b<Number(runs)/100;b++) for (const input of fc.sample(area.inputs as fc.Arbitrary<unknown>,{seed:Number(seed)+b,numRuns:100})) {
      const t=performance.now(); tried++;
      try { await (area.attempt as (i:unknown)=>unknown)(input); } catch(e){ const err=e as Error; const key=(err.message??String(e)).replace(/\d+/g,"9").slice(0,60); const k=seen.get(key); if(k)k.n++; else seen.set(key,{n:1,input,stack:(err.stack??"").split("\n").slice(1,4).join("\n")}); }
      const d=performance.now()-t; if(d>slow){slow=d;slowInput=input}
    }
    console.log(area.name,tried,"inputs",Date.now()-s,"ms; slowest",slow.toFixed(0));
    if (slow>300) console.log("slow:", fc.stringify(slowInput).slice(0,300));
    for (const [k,v] of seen) console.log("  FAIL",v.n,k,"\n",v.stack,"\n   ",fc.stringify(v.input).slice(0,250));
  }
}
void main();

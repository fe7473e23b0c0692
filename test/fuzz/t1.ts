import { openTable, parseTable, parsePaste, isProblem } from "../../src/crm/table";
import { readExport } from "../../src/read-exports";
import { zipSync, strToU8 } from "fflate";
import { smallParts, zipped } from "./inputs/workbooks";
const t=async(n:string,mb:number,f:()=>unknown)=>{const c=process.cpuUsage();const s=Date.now();let r:unknown="";try{const x=await f() as never; r=(x as {problem?:string}).problem ?? (x as {rows:unknown[]}).rows.length; if(!isProblem(x)) readExport(x)}catch(e){r=String(e).slice(0,100)};console.log(n,mb.toFixed(2)+"MB",Math.round(process.cpuUsage(c).user/1000),"cpu ms",Date.now()-s,"ms",r,Math.round(process.memoryUsage().rss/1e6))};
const tx=(n:string,text:string)=>t(n,text.length/1e6,()=>parseTable({file:"x",text}));
const ht=(n:string,html:string)=>t(n,html.length/1e6,()=>parsePaste({html,text:"a"}));
async function main(){
const only=process.argv[2]??"";
if(!only||only==="h"){
await ht("b","<b>".repeat(200000)+"</i>".repeat(100000));
await ht("td","<table>"+"<td>".repeat(200000));
await ht("tr","<table>"+"<tr><td>a<td>b".repeat(70000));
await ht("nest","<table><tr><td>".repeat(60000));
await ht("span","<table>"+"<tr><td colspan=16384>a".repeat(30000));
await ht("rowspan","<table>"+"<tr><td colspan=1000 rowspan=16384>a"+"<tr><td>b".repeat(50000));
await ht("p in td","<table><tr><td>"+"<p>x".repeat(200000));
await ht("cellbr","<table><tr><td>"+"<br>".repeat(200000));
await ht("spaces","<table><tr><td>"+" &nbsp;".repeat(150000));
}
if(!only||only==="t"){
await tx("quotes",'a,b\n'+'"'.repeat(1000000));
await tx("quote cells",'a,b\n'+'"x,"y\n'.repeat(160000));
await tx("wide","a,".repeat(500000)+"\n"+"1,2\n".repeat(200));
await tx("wide ok","a,".repeat(16000)+"\n"+"1,2\n".repeat(20000));
await tx("empty rows","a,b\n1,2\n"+",\n".repeat(400000)+"1,2\n");
await tx("empty lines","a,b\n1,2\n"+"\n".repeat(900000)+"1,2\n");
await tx("spaces","a,b\n"+" ".repeat(1000000)+",1\n");
await tx("one cell","a,b\nx,"+"y".repeat(1000000));
await tx("digits","Amount,Stage\n"+"9".repeat(1000000)+",1\n");
await tx("narrow","a,b\n"+"1,2\n".repeat(250000));
await tx("deals","Deal ID,Amount,Stage,Close Date\n"+Array.from({length:25000},(_,i)=>`D${i},${i*7.5},Closed Won,2026-01-02`).join("\n"));
await tx("long words","Deal,Stage\n"+("x".repeat(79)+" total,1\n").repeat(11000));
await tx("long ws total","Deal,Stage\n"+(" ".repeat(70)+"x total"+",1\n").repeat(11000));
await tx("long date cells","Deal,Close Date\n"+("1,"+"1/".repeat(25)+"\n").repeat(18000));
await tx("amounts","Deal,Amount\n"+("1,"+"1 ".repeat(28)+"\n").repeat(16000));
await tx("cr","a,b\r1,2\r".repeat(100000));
await tx("mixed","a,b\r\n1,2\n3,4\r".repeat(80000));
await tx("backslash",'a,b\n'+'"\\"",x\n'.repeat(130000));
await tx("prose","word ".repeat(200000));
await tx("headers",Array.from({length:16000},(_,i)=>"Amount "+i).join(",")+"\n"+"1,2\n".repeat(30));
await tx("same headers",Array.from({length:16000},()=>"Amount").join(",")+"\n"+"1,2\n".repeat(30));
await tx("lt","<table".repeat(150000));
await tx("comment","<!--".repeat(250000));
await tx("stages","Deal,Stage,Amount\n"+Array.from({length:50000},(_,i)=>`D${i},Stage ${i},5`).join("\n"));
await tx("ids dup","Deal ID,Stage,Amount\n"+Array.from({length:50000},()=>`D1,Won,5`).join("\n"));
}
if(!only||only==="x"){
const p=smallParts([["Deal","Amount"],["a","1"]]);
const w=(n:string,change:(p:Record<string,string>)=>void,level:0|6=6)=>{const q={...p};change(q);const b=zipped(q,level);return t(n,b.length/1e6,()=>openTable("x.xlsx",b));};
const sheet="xl/worksheets/sheet1.xml";
await w("stray",q=>{q[sheet]=q[sheet]!.replace("</sheetData>",'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')});
await w("refs",q=>{q[sheet]=q[sheet]!.replace("</sheetData>",'<row r="99999999999"><c r="ZZZZZZ99999999999"><v>1</v></c></row></sheetData>')});
await w("link",q=>{q[sheet]=q[sheet]!.replace('ref="A1"','ref="A1:XFD1048576"').replace("hyperlink r",'hyperlink location="x" r')});
await w("link in cells",q=>{q[sheet]=q[sheet]!.replace("<sheetData>",'<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks><sheetData>')});
await w("bomb 300MB",q=>{q[sheet]=q[sheet]!.replace("</sheetData>"," ".repeat(300e6)+"</sheetData>")});
await w("bomb strings",q=>{q["xl/sharedStrings.xml"]=q["xl/sharedStrings.xml"]!.replace("</sst>","<si><t>a</t></si>".repeat(5e6)+"</sst>")});
await w("bomb media",q=>{q["xl/media/x.bin"]=" ".repeat(200e6)});
await w("bomb cells",q=>{q[sheet]=q[sheet]!.replace("</sheetData>",("<row>"+"<c><v>1</v></c>".repeat(10)+"</row>").repeat(200000)+"</sheetData>")});
await w("deep",q=>{q[sheet]=q[sheet]!.replace("</sheetData>","<a>".repeat(1e6)+"</sheetData>")});
await w("deep si",q=>{q["xl/sharedStrings.xml"]="<sst>"+"<si>".repeat(1e5)+"</sst>"});
await w("t",q=>{q["xl/sharedStrings.xml"]="<sst><si>"+"<t>".repeat(2e5)+"</si></sst>"});
await w("c",q=>{q[sheet]=q[sheet]!.replace("</sheetData>","<row>"+"<c ".repeat(3e5)+"</row></sheetData>")});
await w("row",q=>{q[sheet]=q[sheet]!.replace("</sheetData>","<row ".repeat(2e5)+"</sheetData>")});
await w("lol",q=>{q["xl/sharedStrings.xml"]='<!DOCTYPE l [<!ENTITY a "'+"a".repeat(1e5)+'"><!ENTITY b "'+"&a;".repeat(1e3)+'">]>'+q["xl/sharedStrings.xml"]!.replace("<t>","<t>&b;")});
await w("mergecols",q=>{q[sheet]=q[sheet]!.replace("<sheetData>",'<cols><col min="1" max="99999999"/></cols><sheetData>').replace('mergeCell ref="A2:A3"','mergeCell ref="A1:XFD1048576"')});
await w("array f",q=>{q[sheet]=q[sheet]!.replace("</sheetData>",'<row r="9"><c r="A9"><f t="array" ref="A9:XFD1048576">1</f><v>1</v></c></row></sheetData>')});
await w("name",q=>{q["xl/workbook.xml"]=q["xl/workbook.xml"]!.replace("</sheets>",Array.from({length:20000},(_,i)=>`<sheet name="S${i}" sheetId="${i+5}" r:id="rId1"/>`).join("")+"</sheets>")});
await t("many files",1,()=>openTable("x.xlsx",zipSync(Object.fromEntries(Array.from({length:60000},(_,i)=>["xl/x"+i+".xml",strToU8("")])),{level:0})));
await t("lie",1,()=>{const b=zipSync({...Object.fromEntries(Object.entries(p).map(([k,v])=>[k,strToU8(v)])),"xl/sharedStrings.xml":strToU8("<sst>"+" ".repeat(300e6)+"</sst>")},{level:6});const v=new DataView(b.buffer,b.byteOffset);for(let i=0;i<b.length-4;i++)if(v.getUint32(i,true)===0x02014b50&&v.getUint32(i+24,true)>100e6)v.setUint32(i+24,400000,true);return openTable("x.xlsx",b)});
}
}
void main();

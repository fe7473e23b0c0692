// What members has Excel's object model? Read from the readable build of office.js; requirement sets and allowed values from its types.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder with the unmodified library. */
export const officeFolder = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/** A property, a child object or a method of a class, under its name on the wire. */
export interface Member {
  readonly kind: "scalar" | "child" | "method";
  /** The requirement set that has it, as `ExcelApi` and `1.9`. */
  readonly set: readonly [name: string, version: string];
  readonly writable: boolean;
  /** The class of a child or of what a method gives; null for plain values. */
  readonly gives: string | null;
  /** The only texts that may be written; null where others may. */
  readonly allowed: readonly string[] | null;
}

type ClassModel = ReadonlyMap<string, Member>;

let known: ReadonlyMap<string, ClassModel> | undefined;

/** Classes of Excel by name, members by their name on the wire. */
export function excelModel(): ReadonlyMap<string, ClassModel> {
  return (known ??= readModel());
}

function readModel(): ReadonlyMap<string, ClassModel> {
  const all = readFileSync(join(officeFolder, "excel-web-16.00.debug.js"), "utf8").replaceAll("\r\n", "\n");
  const source = all.slice(all.indexOf("\nvar Excel;\n"), all.indexOf("var _EndExcel"));
  const starts = [...source.matchAll(/^ {4}var (\w+) = \(function \(_super\) \{$/gm)];
  const types = readTypes();
  return new Map(starts.map((start, at) => {
    const name = start[1]!;
    const text = source.slice(start.index, starts[at + 1]?.index);
    return [name, classFrom(name, text.slice(0, text.indexOf(`\n    Excel.${name} = ${name};`)), types.get(name))] as const;
  }));
}

function classFrom(name: string, body: string, typed: TypedClass | undefined): ClassModel {
  const members = new Map<string, Member>();
  const add = (wire: string, script: string, code: string, rest: Pick<Member, "kind" | "writable" | "gives">) => {
    const declared = typed?.members.get(script);
    members.set(wire, { ...rest, set: declared?.set ?? setIn(code) ?? typed?.set ?? ["ExcelApi", "1.1"], allowed: declared?.allowed ?? null });
  };
  const names = listIn(body, "_scalarPropertyNames");
  const originals = listIn(body, "_scalarPropertyOriginalNames");
  const updateable = listIn(body, "_scalarPropertyUpdateable");
  const chunks = body.split(`Object.defineProperty(${name}.prototype, `).slice(1).map((chunk) => ({ property: /^"([^"]+)"/.exec(chunk)![1]!, code: chunk.split("configurable")[0]! }));
  names.forEach((property, at) => add(String(originals[at]), String(property), chunks.find((chunk) => chunk.property === property)?.code ?? "", { kind: "scalar", writable: updateable[at] === true, gives: null }));
  for (const { property, code } of chunks) {
    const child = /_createPropertyObject\(Excel\.(\w+), this, "(\w+)"/.exec(code);
    const loaded = /_throwIfNotLoaded\("(\w+)"/.exec(code);
    const wire = property.charAt(0).toUpperCase() + property.slice(1);
    if (child) add(child[2]!, property, code, { kind: "child", writable: false, gives: child[1]! });
    else if (loaded && property !== "items" && !names.includes(property)) add(wire, property, code, { kind: "scalar", writable: code.includes("_invokeSetProperty"), gives: null });
  }
  for (const [, method, code] of body.matchAll(new RegExp(`${name}\\.prototype\\.(\\w+) = function \\([^)]*\\) \\{([\\s\\S]*?)\\n        \\};`, "g"))) {
    const object = /_createMethodObject\(Excel\.(\w+), this, "(\w+)"/.exec(code!);
    const indexer = /_createIndexerObject\(Excel\.(\w+), this/.exec(code!);
    const plain = /_invokeMethod\(this, "(\w+)"/.exec(code!);
    if (object) add(object[2]!, method!, code!, { kind: "method", writable: false, gives: object[1]! });
    else if (indexer) add("GetItem", method!, code!, { kind: "method", writable: false, gives: indexer[1]! });
    else if (plain) add(plain[1]!, method!, code!, { kind: "method", writable: false, gives: null });
  }
  return members;
}

function listIn(body: string, key: string): unknown[] {
  return JSON.parse(new RegExp(`"${key}", \\{\\s+get: function \\(\\) \\{\\s+return (\\[.*?\\]);`).exec(body)?.[1] ?? "[]") as unknown[];
}

function setIn(code: string): Member["set"] | undefined {
  const found = /_throwIfApiNotSupported\("[^"]+", (\w+|"[^"]+"), "([\d.]+)"/.exec(code);
  return found ? [found[1] === "_defaultApiSetName" ? "ExcelApi" : found[1]!.replaceAll('"', ""), found[2]!] : undefined;
}

interface TypedClass {
  readonly set: Member["set"] | undefined;
  readonly members: ReadonlyMap<string, { readonly set: Member["set"] | undefined; readonly allowed: readonly string[] | null }>;
}

/** What `@types/office-js` adds: the requirement set of every member, the texts a property takes. */
function readTypes(): ReadonlyMap<string, TypedClass> {
  const all = readFileSync(require.resolve("@types/office-js/index.d.ts"), "utf8").replaceAll("\r\n", "\n");
  const excel = all.slice(all.indexOf("declare namespace Excel {"), all.indexOf("\n    namespace Interfaces {", all.indexOf("declare namespace Excel {")));
  const classes = excel.split(/\n {4}(?=class \w+ extends )/);
  return new Map(classes.slice(1).map((text, at) => {
    const remark = classes[at]!.slice(classes[at]!.lastIndexOf("/**"));
    const members = new Map([...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:readonly )?(\w+)(.*)/g)].map(([, said, name, rest]) => [name!, { set: tagIn(said!), allowed: textsIn(rest!) }] as const).reverse());
    return [/^class (\w+)/.exec(text)![1]!, { set: tagIn(remark), members }] as const;
  }));
}

function tagIn(remark: string): Member["set"] | undefined {
  const found = /\[Api set: (\w+) ([\d.]+)/.exec(remark);
  return found ? [found[1]!, found[2]!] : undefined;
}

/** `: Excel.X | "A" | "B";` allows A and B; anything else allows all. */
function textsIn(rest: string): string[] | null {
  const parts = /^: (.*);$/.exec(rest)?.[1]?.split(" | ") ?? [];
  const texts = parts.filter((part) => part.startsWith('"')).map((part) => part.slice(1, -1));
  return texts.length > 0 && parts.every((part) => part.startsWith('"') || part.startsWith("Excel.")) ? texts : null;
}

// The zip under an .xlsx: its parts, what each of them is, and how they point at each other.

import { unzipSync } from "fflate";
import { tags } from "./scan";

export interface Relation {
  readonly id: string;
  /** The last word of its type, which the strict and the usual form of the standard share. */
  readonly kind: string;
  readonly type: string;
  /** The path of a part, or an address outside of the file. */
  readonly target: string;
  readonly external: boolean;
}

export interface Package {
  readonly paths: readonly string[];
  /** Empty where there is no such part. */
  bytes(path: string): Uint8Array;
  text(path: string): string;
  relations(path: string): readonly Relation[];
  /** The content type of a part; "" where the file does not say. */
  typeOf(path: string): string;
}

/** Throws when the bytes are not a zip. */
export function openPackage(bytes: Uint8Array): Package {
  const paths = pathsIn(bytes);
  const part = (path: string) => unpack(bytes, path);
  const text = (path: string) => new TextDecoder().decode(part(path));
  const types = text("[Content_Types].xml");
  const overrides = new Map([...tags(types, "Override")].map(({ attributes }) => [(attributes.get("PartName") ?? "").slice(1), attributes.get("ContentType") ?? ""]));
  const defaults = new Map([...tags(types, "Default")].map(({ attributes }) => [(attributes.get("Extension") ?? "").toLowerCase(), attributes.get("ContentType") ?? ""]));
  return {
    paths, text, bytes: part,
    relations: (path) => relationsIn(path, text(relationsPath(path))),
    typeOf: (path) => overrides.get(path) ?? defaults.get(extensionOf(path)) ?? "",
  };
}

/** Where a part keeps its relations. */
export function relationsPath(source: string): string {
  return source.replace(/([^/]*)$/, "_rels/$1.rels");
}

/** `png` of `xl/media/image1.PNG`. */
export function extensionOf(path: string): string {
  return path.replace(/.*\./, "").toLowerCase();
}

function pathsIn(bytes: Uint8Array): readonly string[] {
  const paths: string[] = [];
  try {
    unzipSync(bytes, { filter: ({ name }) => { paths.push(name); return false; } });
  } catch {
    throw new Error("not an .xlsx file");
  }
  return paths;
}

function unpack(bytes: Uint8Array, path: string): Uint8Array {
  try {
    return unzipSync(bytes, { filter: ({ name }) => name === path })[path] ?? new Uint8Array();
  } catch {
    throw new Error("not an .xlsx file");
  }
}

function relationsIn(source: string, xml: string): readonly Relation[] {
  return [...tags(xml, "Relationship")].map(({ attributes }) => {
    const [type, target] = [attributes.get("Type") ?? "", attributes.get("Target") ?? ""];
    const external = attributes.get("TargetMode") === "External";
    return { id: attributes.get("Id") ?? "", kind: type.replace(/.*\//, ""), type, target: external ? target : resolvePath(source, target), external };
  });
}

/** `xl/tables/table1.xml` of `../tables/table1.xml` seen from `xl/worksheets/sheet1.xml`. */
function resolvePath(source: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = source.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

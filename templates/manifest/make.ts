// Everything about the add-in that is served or uploaded as a file, besides its pages and scripts.

import { aboutPage } from "./about";
import { baseOf, cloudOf, type Cloud } from "./clouds";
import { policyOf, type PageKind } from "./content-security";
import { hostingFiles } from "./hosting";
import { appPackage } from "./package";
import { addInAt } from "./source";
import { unifiedChinese, unifiedManifest } from "./unified";
import { xmlManifest } from "./xml";

/** Where the site lies on the computer of who works on it. */
export const localBase = "https://localhost:3000/";

/** What a build is for. */
export interface Target {
  readonly base: string;
  readonly cloud: Cloud;
}

/** A target as typed on the command line or in the environment; the local one where nothing is said. */
export function targetOf({ base, cloud }: { readonly base?: string | undefined; readonly cloud?: string | undefined }): Target {
  return { base: baseOf(base ?? localBase), cloud: cloudOf(cloud ?? "worldwide") };
}

/** The manifests by name, for an address. */
export function manifests(base: string): ReadonlyMap<string, string> {
  const addIn = addInAt(base);
  return new Map([["manifest.xml", xmlManifest(addIn)], ["manifest.json", unifiedManifest(addIn)], ["zh-cn.json", unifiedChinese(addIn)]]);
}

/** The files of the site by their paths. */
export function addInAssets({ base, cloud }: Target): ReadonlyMap<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([...manifests(base), ["salesbook-microsoft365.zip", appPackage(addInAt(base))], ["about.html", aboutPage()], ...hostingFiles(cloud)]);
}

/** A page's HTML for a cloud: its template with the policy and the address of office.js filled in. */
export function pageFor(cloud: Cloud, kind: PageKind, template: string): string {
  return template.replaceAll("{{policy}}", policyOf(kind, cloud)).replaceAll("{{officeScript}}", cloud.officeScript);
}

// Is a part what the standard's schemas allow? They lie beside the project and are used where they are.

import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isInstalled, run } from "../office";
import { partsIn } from "./package";

const schemas = resolve(__dirname, "../../../shared/xsd");

/** Why the schemas cannot be asked here, or null when they can. */
export const schemasAbsent = !existsSync(join(schemas, "sml.xsd")) ? `no schemas in ${schemas}` : isInstalled("xmllint") ? null : "no xmllint";

/** What xmllint finds wrong, part by part, and how many parts it read. */
export async function schemaErrors(bytes: Uint8Array): Promise<{ checked: string[]; unknown: string[]; errors: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), "salesbook-xsd-"));
  const checked: string[] = [];
  const unknown: string[] = [];
  const errors: string[] = [];
  try {
    for (const [path, xml] of partsIn(bytes)) {
      const schema = schemaOf(path);
      if (!schema) {
        unknown.push(path);
        continue;
      }
      const file = join(folder, path.replace(/\W/g, "_"));
      await writeFile(file, resolved(xml));
      checked.push(path);
      await run("xmllint", ["--noout", "--schema", join(schemas, schema), file]).catch((error: Error & { stderr?: string }) => errors.push(`${path}: ${error.stderr ?? error.message}`));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { checked, unknown, errors };
}

/** The core properties' schema imports others from the network: not asked. */
function schemaOf(path: string): string | null {
  if (path === "[Content_Types].xml") return "opc-contentTypes.xsd";
  if (path.endsWith(".rels")) return "opc-relationships.xsd";
  if (path === "docProps/app.xml") return "shared-documentPropertiesExtended.xsd";
  if (!path.endsWith(".xml")) return null;
  if (path.startsWith("xl/theme/")) return "dml-main.xsd";
  if (path.startsWith("xl/charts/")) return "dml-chart.xsd";
  if (path.startsWith("xl/drawings/")) return "dml-spreadsheetDrawing.xsd";
  return path.startsWith("xl/") ? "sml.xsd" : null;
}

/** Three false alarms: two of markup compatibility, and `xml:space`, which the schema forgot and Excel itself writes. */
function resolved(xml: string): string {
  return xml
    .replace(/ mc:Ignorable="[^"]*"/g, "")
    .replace(/<mc:AlternateContent[^>]*>.*?<mc:Fallback[^>]*>(.*?)<\/mc:Fallback>.*?<\/mc:AlternateContent>/gs, "$1")
    .replaceAll('<t xml:space="preserve">', "<t>");
}

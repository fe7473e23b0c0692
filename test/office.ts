// LibreOffice without a window: each run with a profile of its own, so that runs at one time do not meet.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

/** Runs a program and gives its output. */
export const run = promisify(execFile);

/** Whether a program is on the path. */
export function isInstalled(program: string): boolean {
  return (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, program)));
}

/** Converts a workbook to another format; every formula is computed anew on loading, whatever the file says, or none is. */
export async function convert(bytes: Uint8Array, format: "xlsx" | "pdf" | "ods", compute: "all" | "none" = "all"): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "salesbook-"));
  try {
    await mkdir(join(folder, "profile", "user"), { recursive: true });
    await writeFile(join(folder, "profile", "user", "registrymodifications.xcu"), recalculation[compute]);
    await writeFile(join(folder, "book.xlsx"), bytes);
    await mkdir(join(folder, "out"));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    await run("soffice", [profile, "--headless", "--norestore", "--convert-to", format, "--outdir", join(folder, "out"), join(folder, "book.xlsx")], { timeout: 240_000 });
    const [made] = await readdir(join(folder, "out"));
    if (!made) throw new Error(`libreoffice did not convert to ${format}`);
    return await readFile(join(folder, "out", made));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const recalculation = { all: recalculationMode(0), none: recalculationMode(1) } as const;

function recalculationMode(mode: 0 | 1): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${mode}</value></prop></item>
</oor:items>
`;
}

// The build says what it is made of: a bill of materials, and the licence of each package that is in it. (It needs `npm run build`.)

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const dist = resolve(__dirname, "../../dist");

interface Bill {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly Component[];
}

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly object[];
}

/** What is installed with the product, by the lock file. */
const { packages } = JSON.parse(readFileSync(resolve(dist, "../package-lock.json"), "utf8")) as { readonly packages: Readonly<Record<string, { readonly version: string; readonly dev?: boolean }>> };
const production = new Set(Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev).map(([path, { version }]) => `${path.split("node_modules/").at(-1)} ${version}`));

describe.each(["page", "cli"])("dist/%s", (program) => {
  const bill = JSON.parse(readFileSync(join(dist, program, "sbom.cdx.json"), "utf8")) as Bill;
  const notices = readFileSync(join(dist, program, "THIRD-PARTY-NOTICES.txt"), "utf8").split(`\n${"-".repeat(80)}\n\n`);
  const bundled = notices.map((text) => /^(\S+) (\S+) \(([^)]+)\)\n\n([^]+)$/.exec(text));

  it("has a bill of materials of the product, each package with its address, licence and hash", () => {
    expect([bill.bomFormat, bill.specVersion, bill.metadata.component.name]).toEqual(["CycloneDX", expect.stringMatching(/^1\.\d$/), "salesbook"]);
    expect(bill.components.filter(({ purl, licenses = [], hashes = [] }) => !purl.startsWith("pkg:npm/") || licenses.length === 0 || hashes.length === 0)).toEqual([]);
  });

  it("has every package in it that is bundled or that the program loads, and no tool", () => {
    const listed = new Set(bill.components.map(({ name, version }) => `${name} ${version}`));
    expect(bundled.length).toBeGreaterThan(3);
    expect(bundled.map((one) => `${one?.[1]} ${one?.[2]}`).filter((one) => !listed.has(one))).toEqual([]);
    expect([...listed].sort()).toEqual([...production].sort());
  });

  it("has the text of each bundled package's licence", () => {
    expect(bundled.filter((one) => !/copyright|permission|licen[sc]e/i.test(one?.[4] ?? ""))).toEqual([]);
  });

  it("tells nothing of the machine it was built on", () => {
    expect(JSON.stringify(bill) + notices.join("")).not.toContain(resolve(__dirname, "../.."));
  });
});

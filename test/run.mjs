// Every test of the project, in one run: types, lint, build, then jest (unit, golden, contract, recalculation, browser).
// Gets Chromium, LibreOffice, ClickHouse and PostgreSQL itself where it may (apt as root); what could not be run is named at the end, never passed over.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const report = join(root, "test-output", "jest.json");

/** Programs some tests need, the packages that bring them on Debian and Ubuntu, and the tests that need them; `elsewhere` is off the path. */
const tools = [
  {
    names: ["chromium", "chromium-browser", "google-chrome", "chrome", "msedge"],
    packages: ["chromium"],
    suite: "browser tests",
    elsewhere: () => [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    ],
  },
  { names: ["soffice"], packages: ["libreoffice-calc", "fonts-noto-cjk"], suite: "recalculation by LibreOffice" },
  { names: ["strace"], packages: ["strace"], suite: "sockets of the command line, as the system sees them" },
  { names: ["xmllint"], packages: ["libxml2-utils"], suite: "parts against the schemas" },
  { names: ["clickhouse-server"], packages: ["clickhouse-server"], suite: "three shards of ClickHouse", elsewhere: () => ["/usr/sbin/clickhouse-server"] },
  { names: ["initdb"], packages: ["postgresql"], suite: "a PostgreSQL server", elsewhere: postgresPrograms },
];

main();

function main() {
  if (!existsSync(join(root, "node_modules", "jest"))) {
    console.log("The packages are not installed. Run: npm ci");
    process.exitCode = 1;
    return;
  }
  installMissing();
  const absent = tools.filter(isMissing);
  const checks = [
    check("types", "typescript/bin/tsc", ["--noEmit"]),
    check("lint", "eslint/bin/eslint.js", ["."]),
    check("build", "webpack-cli/bin/cli.js", ["--mode", "production"]),
  ];
  const tests = runJest(absent.some(({ packages }) => packages.includes("chromium")));
  const passed = checks.filter(Boolean).length + tests.passed;
  const failed = checks.filter((ok) => !ok).length + tests.failed;
  for (const { suite, packages } of absent) console.log(`NOT RUN: ${suite}. To run it: ${advice(packages)}`);
  console.log(`${passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ""}`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function installMissing() {
  const packages = tools.filter(isMissing).flatMap((tool) => tool.packages);
  if (packages.length === 0 || process.getuid?.() !== 0 || !isOnPath("apt-get")) return;
  console.log(`Installing ${packages.join(" ")} for the tests that need them.`);
  const quiet = { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update", "-qq"], quiet);
  withoutServices(() => {
    // One at a time: where one is not to be had, the others still come.
    for (const name of packages) spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], quiet);
  });
}

/** The tests start servers of their own: what a package would start for good stays down. */
function withoutServices(install) {
  const policy = "/usr/sbin/policy-rc.d";
  const isOurs = !existsSync(policy);
  if (isOurs) writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    install();
  } finally {
    if (isOurs) rmSync(policy, { force: true });
  }
}

/** Debian keeps the programs of each version in a folder of its own. */
function postgresPrograms() {
  const folder = "/usr/lib/postgresql";
  return existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, "bin", "initdb")) : [];
}

function check(name, program, options) {
  console.log(`\n— ${name}`);
  return node(program, options) === 0;
}

function runJest(noBrowser) {
  console.log("\n— tests");
  mkdirSync(join(root, "test-output"), { recursive: true });
  rmSync(report, { force: true });
  const without = noBrowser ? ["--testPathIgnorePatterns", "/node_modules/", "/dist/", "/test/e2e/"] : [];
  // Jest talks on stderr; its JSON goes to the file.
  const status = node("jest/bin/jest.js", ["--json", `--outputFile=${report}`, "--maxWorkers=2", ...without], "ignore");
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, "utf8"));
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: status !== 0 && failed === 0 ? 1 : failed, skipped: numPendingTests };
}

/** Runs a program of a package with node, as every system can. */
function node(program, options, output = "inherit") {
  const stdio = ["ignore", output, "inherit"];
  return spawnSync(process.execPath, [join(root, "node_modules", program), ...options], { cwd: root, stdio }).status ?? 1;
}

function isMissing({ names, elsewhere = () => [] }) {
  return !names.some(isOnPath) && !elsewhere().some((path) => existsSync(path));
}

function isOnPath(name) {
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  return (process.env.PATH ?? "").split(delimiter).some((folder) => endings.some((ending) => existsSync(join(folder, name + ending))));
}

function advice(packages) {
  if (process.platform === "linux") return `sudo apt-get install -y ${packages.join(" ")}`;
  const names = { chromium: "Chromium or Google Chrome", "libreoffice-calc": "LibreOffice", strace: "strace", "libxml2-utils": "xmllint (libxml2)", "clickhouse-server": "clickhouse-server", postgresql: "initdb and postgres (PostgreSQL)" };
  return `install ${names[packages[0]]} and put it on the PATH`;
}

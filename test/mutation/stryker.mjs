/**
 * How mutants are judged: by these tests, each as often as it reaches the mutant.
 * @returns {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export function mutation(part, files, tests) {
  const results = `test-output/mutation/${part}`;
  return {
    mutate: files.map((file) => `src/${file}`),
    // Not the runner for Jest: it loads every file again for each of seven thousand mutants.
    testRunner: "mocha",
    mochaOptions: { require: ["./test/mutation/jest-words.cjs"], spec: tests.map((file) => `test/${file}.test.ts`), grep: "^(?!.*LibreOffice)", "no-config": true },
    coverageAnalysis: "perTest",
    ignoreStatic: true,
    incremental: true,
    incrementalFile: `${results}/incremental.json`,
    concurrency: 1,
    thresholds: { high: 95, low: 90, break: 85 },
    reporters: ["clear-text", "progress-append-only", "json"],
    jsonReporter: { fileName: `${results}/mutants.json` },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    tempDirName: `${results}/sandbox`,
    ignorePatterns: ["dist", "docs", "bench", "test-output"],
  };
}

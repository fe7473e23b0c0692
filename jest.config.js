/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  transform: {
    "^.+\\.(tsx?|m?js)$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022", transform: { react: { runtime: "automatic" } } } },
    ],
  },
  // These, and what htmlparser2 needs, are ES modules only.
  transformIgnorePatterns: ["/node_modules/(?!(hucre|@ironcalc/wasm|htmlparser2|domhandler|domutils|domelementtype|dom-serializer|entities)/)"],
  // Mutation testing keeps a copy of everything there while it runs.
  modulePathIgnorePatterns: ["<rootDir>/test-output/"],
  testPathIgnorePatterns: ["/node_modules/", "/dist/", "/test-output/"],
  // No test is about time: a busy machine may take long.
  testTimeout: 120_000,
};

// The tests are written for Jest and in TypeScript; Mocha, which keeps files loaded from one mutant to the next, runs them with Jest's words.

require("tsx/cjs");
const { expect } = require("expect");
const fastCheck = require("fast-check");
const { bind } = require("jest-each");
const { interfaces } = require("mocha");

// A mutant that lives through ten made inputs lives through a thousand.
const assert = (property) => fastCheck.assert(property, { numRuns: 10 });
require.cache[require.resolve("fast-check")].exports = { ...fastCheck, default: { ...fastCheck.default, assert } };

const { bdd } = interfaces;
interfaces.bdd = (suite) => {
  bdd(suite);
  suite.on("pre-require", (words) => {
    Object.assign(words, { expect, test: words.it, beforeAll: words.before, afterAll: words.after });
    words.it.each = bind(words.it, false);
    words.describe.each = bind(words.describe, false);
  });
};

// For tests of connections, which compile nothing.

import type { Dialect } from "../../src/engine/dialect";

export const anyDialect = { family: "none" } as Dialect;

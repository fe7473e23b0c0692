// Builds the pane with a workbook that is none.

import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

/** Where the built page is served from. */
export const fakePane = resolve(__dirname, "../../test-output/fake-pane");

/** Builds it in a program of its own, as the product is built; throws what webpack says. */
export function buildFakePane(): void {
  execFileSync(process.execPath, [require.resolve("webpack/bin/webpack.js"), "--config", resolve(__dirname, "fake-pane.webpack.js")], { cwd: resolve(__dirname, "../.."), encoding: "utf8", stdio: "pipe" });
}

// Builds the pane with a workbook that is none, by the product's own configuration.

import { resolve } from "node:path";
import webpack, { type Configuration } from "webpack";

/** Where the built page is served from. */
export const fakePane = resolve(__dirname, "../../test-output/fake-pane");

/** Builds it; rejects with what webpack says. */
export async function buildFakePane(): Promise<void> {
  const configurations = require("../../webpack.config.js") as (env: unknown, argv: { mode: string }) => Promise<Configuration[]>;
  const [page] = await configurations({}, { mode: "development" });
  const configuration: Configuration = { ...page, entry: { page: resolve(__dirname, "fake-pane.tsx") }, devtool: false, output: { ...page?.output, path: fakePane } };
  return new Promise((done, fail) => {
    webpack(configuration, (error, stats) => {
      if (error ?? stats?.hasErrors()) fail(error ?? new Error(stats?.toString("errors-only")));
      else done();
    });
  });
}

// The pane with a workbook that is none, by the product's own configuration.
const path = require("node:path");
const configurations = require("../../webpack.config.js");

module.exports = async () => {
  const [page] = await configurations({}, { mode: "development" });
  return { ...page, entry: { page: path.join(__dirname, "fake-pane.tsx") }, devtool: false, output: { ...page.output, path: path.resolve(__dirname, "../../test-output/fake-pane") } };
};

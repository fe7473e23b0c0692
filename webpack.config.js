// Four programs from one source: the plain browser page, Excel's task pane and its custom functions (dist/page), the command line (dist/cli).
const { execSync } = require("node:child_process");
const { chmodSync, existsSync, readFileSync } = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { LicenseWebpackPlugin } = require("license-webpack-plugin");
const { BannerPlugin, sources } = require("webpack");
const tsx = require("tsx/cjs/api");

const root = __dirname;

/** Packages that name their licence and bring no text of it. */
const licenseTextOverrides = {
  "@fluentui/react-icons": readFileSync(path.join(root, "LICENSE"), "utf8").replace(/^Copyright.*$/m, "Copyright (c) 2020 Microsoft Corporation"),
};

/**
 * `--env base=https://…` (or SALESBOOK_URL) is where the pages will lie, `--env cloud=china` makes those for 21Vianet in dist/page-china,
 * `--env https` serves them on https://localhost:3000 for Excel.
 * @type {(env: { base?: string, cloud?: string, https?: boolean }, argv: { mode?: string }) => Promise<import("webpack").Configuration[]>}
 */
module.exports = async (env, argv) => [await page(argv.mode ?? "production", env ?? {}), commandLine()];

async function page(mode, { base = process.env.SALESBOOK_URL, cloud, https = false }) {
  const addIn = tsx.require("./templates/manifest/make.ts", __filename);
  const target = addIn.targetOf({ base, cloud });
  const html = (filename, kind, chunks) =>
    new HtmlPlugin({ filename, templateContent: addIn.pageFor(target.cloud, kind, readFileSync(path.join(root, "src/taskpane", filename), "utf8")), chunks, chunksSortMode: "manual" });
  return {
    name: "page",
    mode,
    target: ["web", "es2022"],
    // No eval: the page's Content-Security-Policy forbids it.
    devtool: mode === "development" ? "source-map" : false,
    entry: { page: "./src/taskpane/page.tsx", functions: "./src/functions/main.ts", taskpane: "./src/taskpane/taskpane.tsx" },
    output: {
      path: path.join(root, target.cloud.name === "china" ? "dist/page-china" : "dist/page"),
      // The manifest names the script of the functions.
      filename: ({ chunk }) => (chunk.name === "functions" ? "[name].js" : "[name].[contenthash:8].js"),
      chunkFilename: "[name].[contenthash:8].js",
      clean: true,
    },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: { rules: [typescript("es2022")] },
    // Excel loads the functions by themselves: they share nothing with the pane.
    optimization: { splitChunks: { chunks: ({ name }) => name !== "functions" } },
    performance: { hints: false },
    plugins: [
      html("index.html", "page", ["page"]),
      html("taskpane.html", "taskpane", ["functions", "taskpane"]),
      madeAssets("functions", async () => tsx.require("./templates/functions/make.ts", __filename).functionAssets(target.base)),
      madeAssets("add-in", async () => addIn.addInAssets(target)),
      notices(),
      ...(mode === "production" ? [madeAssets("materials", materials)] : []),
      new CopyPlugin({
        patterns: [
          { from: "src/taskpane/assets", to: "assets", globOptions: { ignore: ["**/*.mjs", "**/{build,refresh,functions,outline}.svg", "**/{color,outline}.png"] } },
          { from: "*.csv", to: "samples", context: "templates/samples" },
        ],
      }),
    ],
    devServer: {
      ...(https ? await forExcel() : { host: "127.0.0.1", port: "auto", open: true }),
      // The page is the product as it is: no script of the server in it, reload by hand.
      hot: false,
      liveReload: false,
      webSocketServer: false,
      client: false,
      allowedHosts: ["localhost", "127.0.0.1"],
      onListening: sayAddress,
    },
    infrastructureLogging: { level: "warn" },
    stats: "errors-warnings",
  };
}

function commandLine() {
  return {
    name: "cli",
    mode: "production",
    target: "node20",
    entry: { salesbook: "./src/cli/main.ts" },
    output: {
      path: path.join(root, "dist/cli"),
      filename: "[name].js",
      chunkFilename: "[name].js",
      clean: true,
    },
    resolve: { extensions: [".ts", ".js"] },
    module: { rules: [typescript("es2022")] },
    // Engines stay packages of their own: DuckDB is a binary, and each is loaded only when it is asked for.
    externals: Object.fromEntries(["@duckdb/node-api", "@clickhouse/client", "pg"].map((name) => [name, `commonjs ${name}`])),
    // Stack traces with real names, and a start as fast as a minified one.
    optimization: { minimize: false, chunkIds: "named" },
    performance: { hints: false },
    plugins: [new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, test: /^salesbook\.js$/ }), executable, notices(), madeAssets("materials", materials)],
    stats: "errors-warnings",
  };
}

function typescript(target) {
  return {
    test: /\.tsx?$/,
    exclude: /node_modules/,
    // What a page does not use is left out of it; entries are always kept.
    sideEffects: false,
    loader: "swc-loader",
    options: {
      jsc: { parser: { syntax: "typescript", tsx: true }, target, transform: { react: { runtime: "automatic" } } },
    },
  };
}

/** Files made from texts and tables, once a build. */
function madeAssets(name, make) {
  return (compiler) =>
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tapPromise(name, async () => {
        for (const [file, content] of await make()) compilation.emitAsset(file, new sources.RawSource(typeof content === "string" ? content : Buffer.from(content)));
      });
    });
}

/** The licence of each package that is in the output. */
function notices() {
  return new LicenseWebpackPlugin({ perChunkOutput: false, outputFilename: "THIRD-PARTY-NOTICES.txt", licenseTextOverrides, renderLicenses });
}

function renderLicenses(modules) {
  const parts = modules.map(({ name, packageJson, licenseId, licenseText }) => `${name} ${packageJson.version} (${licenseId})\n\n${licenseText.trim()}\n`);
  return parts.sort().join(`\n${"-".repeat(80)}\n\n`);
}

/** The bill of materials, in the form CycloneDX: every package the product is made of. The same packages give the same file. */
async function materials() {
  const bill = JSON.parse(execSync("npm sbom --sbom-format cyclonedx --sbom-type application --package-lock-only", { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 }));
  // With `--omit dev` npm leaves out what both the product and a tool need.
  const components = bill.components.filter(({ properties }) => !properties.some(({ name, value }) => name === "cdx:npm:package:development" && value === "true"));
  const kept = new Set([bill.metadata.component["bom-ref"], ...components.map((component) => component["bom-ref"])]);
  const dependencies = bill.dependencies.filter(({ ref }) => kept.has(ref)).map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
  // npm takes the name of the folder for that of the product.
  return [["sbom.cdx.json", JSON.stringify({ ...bill, serialNumber: undefined, metadata: { ...bill.metadata, timestamp: undefined, component: { ...bill.metadata.component, name: "salesbook" } }, components, dependencies }, null, 2)]];
}

/** What Excel asks of a server on this computer: https with a certificate it trusts, at the address of the manifest. */
async function forExcel() {
  return {
    host: "localhost",
    port: 3000,
    open: false,
    server: { type: "https", options: await certificate() },
    headers: { "Access-Control-Allow-Origin": "*" },
  };
}

/** The certificate of this computer's developer; where it cannot be installed, one the browser has to be told to trust. */
async function certificate() {
  try {
    return await require("office-addin-dev-certs").getHttpsServerOptions();
  } catch (error) {
    console.warn(`${error.message.trim()}\nOpen https://localhost:3000/ in the browser once and accept its certificate.`);
    return {};
  }
}

function executable(compiler) {
  compiler.hooks.afterEmit.tap("executable", () => {
    const program = path.join(root, "dist/cli/salesbook.js");
    if (existsSync(program)) chmodSync(program, 0o755);
  });
}

function sayAddress(server) {
  const { port } = server.server.address();
  const address = server.options.server.type === "https" ? `https://localhost:${port}/` : `http://127.0.0.1:${port}/`;
  console.log(`\nSalesbook runs at ${address} (stop with Ctrl+C)\n`);
}

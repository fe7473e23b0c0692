// Four programs from one source: the plain browser page, Excel's task pane and its custom functions (dist/page), the command line (dist/cli).
const { chmodSync, existsSync, readFileSync } = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { BannerPlugin, sources } = require("webpack");
const tsx = require("tsx/cjs/api");

const root = __dirname;

/** @type {(env: unknown, argv: { mode?: string }) => import("webpack").Configuration[]} */
module.exports = (_env, argv) => [page(argv.mode ?? "production"), commandLine()];

function page(mode) {
  return {
    name: "page",
    mode,
    target: ["web", "es2022"],
    // No eval: the page's Content-Security-Policy forbids it.
    devtool: mode === "development" ? "source-map" : false,
    entry: { page: "./src/taskpane/page.tsx", functions: "./src/functions/main.ts", taskpane: "./src/taskpane/taskpane.tsx" },
    output: {
      path: path.join(root, "dist/page"),
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
      html("index.html", ["page"]),
      html("taskpane.html", ["functions", "taskpane"]),
      functionAssets,
      new CopyPlugin({
        patterns: [
          { from: "src/taskpane/assets", to: "assets", globOptions: { ignore: ["**/*.mjs"] } },
          { from: "*.csv", to: "samples", context: "templates/samples" },
        ],
      }),
    ],
    devServer: {
      host: "127.0.0.1",
      port: "auto",
      // The page is the product as it is: no script of the server in it, reload by hand.
      hot: false,
      liveReload: false,
      webSocketServer: false,
      client: false,
      open: true,
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
    // Stack traces with real names, and a start as fast as a minified one.
    optimization: { minimize: false, chunkIds: "named" },
    performance: { hints: false },
    plugins: [new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, test: /^salesbook\.js$/ }), executable],
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

function html(filename, chunks) {
  return new HtmlPlugin({ filename, template: `src/taskpane/${filename}`, chunks, chunksSortMode: "manual" });
}

/** Metadata and help of the custom functions, made from their JSDoc and texts, for the address the manifest names. */
function functionAssets(compiler) {
  const [, base] = /<SourceLocation DefaultValue="([^"]+\/)taskpane\.html"/.exec(readFileSync(path.join(root, "manifest.xml"), "utf8"));
  compiler.hooks.thisCompilation.tap("function assets", (compilation) => {
    compilation.hooks.processAssets.tapPromise("function assets", async () => {
      const made = tsx.require("./templates/functions/make.ts", __filename);
      for (const [name, text] of await made.functionAssets(base)) compilation.emitAsset(name, new sources.RawSource(text));
    });
  });
}

function executable(compiler) {
  compiler.hooks.afterEmit.tap("executable", () => {
    const program = path.join(root, "dist/cli/salesbook.js");
    if (existsSync(program)) chmodSync(program, 0o755);
  });
}

function sayAddress(server) {
  const { port } = server.server.address();
  console.log(`\nSalesbook runs at http://127.0.0.1:${port}/ (stop with Ctrl+C)\n`);
}

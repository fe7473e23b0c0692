// The built site has everything its manifests name. (It needs the build, not a browser.)

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const built = resolve(__dirname, "../../dist/page");

it.each(["manifest.xml", "manifest.json", "zh-cn.json", "functions.json", "functions.zh-CN.json"])("has every address of %s", (name) => {
  const text = readFileSync(join(built, name), "utf8");
  const addresses = [...text.matchAll(/"(https:\/\/(?!developer\.microsoft\.com)[^"]+)"/g)].map(([, address]) => address ?? "").filter((address) => !/schemas/.test(address));
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((address) => !existsSync(join(built, new URL(address).pathname)))).toEqual([]);
});

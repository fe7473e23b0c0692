// `npm run manifest`: writes the manifests for the local address, and the settings of web servers that docs/install.md shows.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cloudOf } from "./clouds";
import { hostingFiles } from "./hosting";
import { localBase, manifests } from "./make";

const root = join(__dirname, "..", "..");

for (const [name, text] of manifests(localBase)) writeFileSync(join(root, name), text);
for (const [name, text] of hostingFiles(cloudOf("worldwide"))) writeFileSync(join(root, "docs", "hosting", name), text);

// Writes the sample exports beside this file: `npm run samples`.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { allSamples } from "./samples";

for (const [name, text] of allSamples()) writeFileSync(join(__dirname, name), text);

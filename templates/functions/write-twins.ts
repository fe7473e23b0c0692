// `npm run twins`: writes docs/twins.md.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { twinsDocument } from "./twins-table";

writeFileSync(join(__dirname, "../../docs/twins.md"), twinsDocument());

// Writes the ready templates as workbooks beside this file: `npm run templates`.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readyBooks } from "./books";

void readyBooks().then((books) => books.forEach((bytes, name) => writeFileSync(join(__dirname, name), bytes)));

// Every way something foreign comes into the program.

import type { AnyArea } from "./area";
import { bookArea } from "./areas/book";
import { filesArea } from "./areas/files";
import { functionsArea } from "./areas/functions";
import { jsonAreas } from "./areas/json";
import { readerAreas } from "./areas/reader";
import { recallArea } from "./areas/recall";

export const areas: readonly AnyArea[] = [...readerAreas, bookArea, recallArea, ...jsonAreas, functionsArea, filesArea];

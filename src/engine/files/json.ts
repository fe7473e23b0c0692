// JSON as a source: arrays of objects and one object a line; every value is text, as it is written.

import { extendedSource } from "./described";
import type { Duck } from "./duck";
import type { FileSource } from "./source";
import { literals } from "./sql-text";

/** JSON files, united by the names of their columns. Values within values stay JSON. */
export function jsonSource(duck: Duck, paths: readonly string[]): Promise<FileSource> {
  const from = `select * from read_json([${literals(paths)}], format='auto', union_by_name=true, maximum_depth=1, map_inference_threshold=-1, sample_size=-1, maximum_object_size=67108864)`;
  return extendedSource(duck, from, paths, (name) => `(${name} ->> '$')`);
}

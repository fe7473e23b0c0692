// Parquet as a source: its types kept, doubles that are money made decimals, points in time made days.

import { extendedSource } from "./described";
import type { Duck } from "./duck";
import type { FileSource } from "./source";
import { literals } from "./sql-text";

/** Parquet files, united by the names of their columns. */
export function parquetSource(duck: Duck, paths: readonly string[]): Promise<FileSource> {
  return extendedSource(duck, `select * from read_parquet([${literals(paths)}], union_by_name=true)`, paths, (name) => name);
}

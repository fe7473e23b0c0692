// A plan becomes an .xlsx: whole, or piece by piece.

import type { Progress } from "../host";
import type { WorkbookPlan } from "../../sheets/plan";
import type { Carried } from "./carried";
import { deflateInBrowser } from "./deflate";
import { checkLimits } from "../../sheets/limits";
import { partsOf } from "./parts";
import { writeZip, type Deflate, type Sink } from "./zip";

export interface XlsxOptions {
  /** Called as table rows are written. */
  readonly progress?: Progress;
  /** fflate when absent. */
  readonly deflate?: Deflate;
  /** What stays of the file that is written again. */
  readonly carried?: Carried;
}

/** The bytes of an .xlsx; the same plan gives the same bytes. Throws where Excel's limits forbid a plan, and says where. */
export async function writeXlsx(plan: WorkbookPlan, options: XlsxOptions = {}): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await streamXlsx(plan, (bytes) => { pieces.push(bytes); }, options);
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** As `writeXlsx`, each piece handed on as soon as it is made. */
export async function streamXlsx(plan: WorkbookPlan, sink: Sink, options: XlsxOptions = {}): Promise<void> {
  checkLimits(plan);
  await writeZip(partsOf(plan, options.progress, options.carried), options.deflate ?? deflateInBrowser, sink);
}

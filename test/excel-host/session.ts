// One Excel with its workbook: takes requests as text, answers them, counts them, and fails where a test says so.

import { runBatch, type Answering, type Batch } from "./batch";
import { Book } from "./book";
import { Faults, type Fault } from "./faults";
import { CustomFunctions } from "./functions";
import { Traffic } from "./traffic";
import { Wire } from "./wire";

/** Versions of the requirement sets a workbook has. */
type Sets = Readonly<Record<string, string>>;

export interface ExcelOptions {
  /** The version of ExcelApi: 1.15 is all that the library knows. */
  readonly api?: string;
  readonly language?: string;
}

/** What a request comes back as: a body, Office's number of an error, or nothing for ever. */
export type Reply = { readonly body: string } | { readonly error: number } | "never";

/** Excel on the web takes and gives no more at once. */
const largest = 5 * 1024 * 1024;
export const tooLarge = { request: 5103, response: 5104 } as const;

export class Session {
  readonly book: Book;
  readonly traffic = new Traffic();
  readonly faults = new Faults();
  readonly functions = new CustomFunctions();
  readonly sets: Sets;
  private readonly answering: Answering;

  constructor({ api = "1.15", language = "en-US" }: ExcelOptions = {}) {
    this.book = new Book(language);
    this.sets = { ExcelApi: api, CustomFunctions: "1.7", CustomFunctionsRuntime: "1.3", SharedRuntime: "1.1", RichApiRuntime: "1.2", DelayForCellEdit: "1.1" };
    this.answering = {
      root: this.book, sets: this.sets, missing: this.faults.missing,
      services: { "Microsoft.ExcelServices.CustomFunctions": this.functions, "Microsoft.InternalService.AddinInternalService": new AddinInternalService() },
    };
  }

  /** Answers the JSON of a batch. */
  request(text: string): Reply {
    const batch = JSON.parse(text) as Batch;
    const isSync = isOfTheAddIn(batch);
    this.traffic.add(text.length, isSync);
    const fault = isSync ? this.faults.next() : undefined;
    if (fault) return this.failing(batch, fault);
    return text.length > largest ? { error: tooLarge.request } : this.answer(batch);
  }

  private answer(batch: Batch): Reply {
    const body = JSON.stringify(runBatch(batch, this.answering, this.book.kept));
    this.traffic.answered(body.length);
    return body.length > largest ? { error: tooLarge.response } : { body };
  }

  /** As much of the batch takes effect as the fault says; then it fails. */
  private failing(batch: Batch, { kind, effect }: Fault): Reply {
    const upTo = upToOf(effect, batch.Actions.length);
    const answer = runBatch(batch, this.answering, this.book.kept, upTo);
    if (kind === "killed") return "never";
    if (typeof kind === "number") return { error: kind };
    const at = Math.min(upTo, batch.Actions.length - 1);
    return { body: JSON.stringify({ ...answer, Error: { Code: kind.code, Message: kind.message ?? kind.code, ActionIndex: at, Location: "Host.fault" } }) };
  }
}

/** How many actions take effect. */
function upToOf(effect: Fault["effect"], actions: number): number {
  if (effect === "whole") return Infinity;
  if (effect === "none") return 0;
  return effect < 1 ? Math.floor(effect * actions) : effect;
}

/** Not what office.js does by itself: releasing what it kept, and speaking with services. */
function isOfTheAddIn({ Actions, ObjectPaths }: Batch): boolean {
  const [root, service] = [1, 2];
  return Actions.some(({ ActionType, Name, ObjectPathId }) => {
    const kind = ObjectPaths[ObjectPathId]?.ObjectPathType;
    return Name !== "_RemoveReference" && kind !== service && !(ActionType === 1 && kind === root);
  });
}

/** A shared runtime tells this service that it can take commands. */
class AddinInternalService extends Wire {
  readonly type = null;

  NotifyActionHandlerReady(): void {}
}

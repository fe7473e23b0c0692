// How far is the writing? A bar that stays on its line on a terminal; nothing elsewhere, where the last line says it all.

import type { WriteStream } from "node:tty";
import type { Progress } from "../hosts/host";
import type { Text } from "../text/en";
import type { EngineText } from "../text/engine";

const steps = 24;

export function progressTo(stream: Pick<WriteStream, "isTTY" | "write">, text: Text): { readonly show: Progress; end(): void } {
  let last = -1;
  return {
    show(done, total) {
      const step = total === 0 ? steps : Math.floor((done / total) * steps);
      if (!stream.isTTY || step === last) return;
      last = step;
      stream.write(`\r${"█".repeat(step)}${"░".repeat(steps - step)} ${text.cli.writing(done, total)}`);
    },
    end() {
      if (stream.isTTY && last >= 0) stream.write("\r\u001b[2K");
    },
  };
}

/** How far a statement is, on a line of its own that is wiped when it is done; nothing elsewhere than on a terminal. */
export function readingTo(stream: Pick<WriteStream, "isTTY" | "write">, text: EngineText): { start(place: string): void; show(read: number, total: number | null): void; end(): void } {
  let place = "";
  let last = "";
  return {
    start(next) {
      place = next;
    },
    show(read, total) {
      const line = text.reading(place, read, total);
      if (!stream.isTTY || line === last) return;
      last = line;
      stream.write(`\r\u001b[2K${line}`);
    },
    end() {
      if (stream.isTTY && last !== "") stream.write("\r\u001b[2K");
      last = "";
    },
  };
}

// How far is the writing? A bar that stays on its line on a terminal; nothing elsewhere, where the last line says it all.

import type { WriteStream } from "node:tty";
import type { Progress } from "../hosts/host";
import type { Text } from "../text/en";

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

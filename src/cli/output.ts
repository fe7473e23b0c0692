// What the program says, and to whom: stdout carries what was asked for, stderr the rest.

import { codeOf } from "../engine/failure";
import type { Text } from "../text/en";
import { whyNotPrinted } from "./why";

/** A line of what was asked for. */
export function say(line: string): void {
  process.stdout.write(`${printable(line)}\n`);
}

/** A line beside it. */
export function tell(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}

/** Who reads may stop (`| head`): the work goes on. A file that stdout is sent to may not take it: that is said, and ends the program with 1. */
export function minded(text: Text): void {
  process.stderr.on("error", () => undefined);
  process.stdout.on("error", (error) => {
    if (codeOf(error) === "EPIPE" || codeOf(error) === "EOF") return;
    tell(whyNotPrinted(error, text));
    process.exit(1);
  });
}

/** Control characters in the user's data must not steer the terminal: they are shown as JSON writes them, and so stay themselves in JSON. */
function printable(line: string): string {
  return line.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

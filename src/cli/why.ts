// Why a file could not be read or written, as the end of a sentence; said by what the system calls it.

import { codeOf, messageOf } from "../engine/failure";
import { ChangedMeanwhile } from "../disk/write-whole";
import type { Text } from "../text/en";
import { InputError } from "./input-error";

/** The InputError of a file that could not be opened or read; any error but the system's stays as it is, since it is not the file's. */
export function cannotOpen(path: string, error: unknown, { cli }: Text): unknown {
  return isOfSystem(error) ? new InputError(cli.cannotOpen(path, whyNotRead(error, cli))) : error;
}

/** The same of a file that could not be written. */
export function cannotWrite(path: string, error: unknown, { cli }: Text): unknown {
  return isOfSystem(error) || error instanceof ChangedMeanwhile ? new InputError(cli.cannotWrite(path, whyNotWritten(error, cli))) : error;
}

/** Whether the disk or the network made it; Node says itself only that a file is larger than it takes. */
function isOfSystem(error: unknown): boolean {
  return /^(E[A-Z0-9]+|UNKNOWN|ERR_FS_FILE_TOO_LARGE|ERR_STRING_TOO_LONG)$/.test(codeOf(error));
}

function whyNotRead(error: unknown, cli: Text["cli"]): string {
  switch (codeOf(error)) {
    case "ENOENT": case "ENOTDIR": return cli.missingFile;
    case "EACCES": case "EPERM": return cli.mayNotRead;
    case "EBUSY": return cli.isOpen;
    case "ENXIO": case "ESPIPE": return cli.notAFile;
    default: return whyEither(error, cli);
  }
}

/** Of the file itself Windows says EPERM, EACCES or EBUSY where Excel has it open; when its draft is opened, it is the folder that may not be written. */
function whyNotWritten(error: unknown, cli: Text["cli"]): string {
  if (error instanceof ChangedMeanwhile) return cli.changedMeanwhile;
  switch (codeOf(error)) {
    case "ENOENT": case "ENOTDIR": return cli.missingFolder;
    case "EACCES": case "EPERM": case "EROFS": return isOfDraft(error) ? cli.lockedFolder : cli.isLocked;
    case "EBUSY": return cli.isOpen;
    case "ENOSPC": case "EDQUOT": case "EFBIG": return cli.diskFull;
    default: return whyEither(error, cli);
  }
}

function whyEither(error: unknown, cli: Text["cli"]): string {
  const code = codeOf(error);
  switch (code) {
    case "EISDIR": return cli.isFolder;
    case "ELOOP": return cli.linksInCircle;
    case "ENAMETOOLONG": return cli.nameTooLong;
    case "EMFILE": case "ENFILE": return cli.tooManyOpen;
    case "ERR_FS_FILE_TOO_LARGE": case "ERR_STRING_TOO_LONG": return cli.tooLarge;
    case "EIO": case "ETIMEDOUT": case "ESTALE": case "EHOSTDOWN": case "ENODEV": case "ENETDOWN": case "ENETUNREACH": case "ENOTCONN": return cli.diskFault(code);
    default: return messageOf(error);
  }
}

/** What stdout says when it cannot take a line. */
export function whyNotPrinted(error: unknown, { cli }: Text): string {
  return cli.noOutputLeft(whyNotWritten(error, cli));
}

function isOfDraft(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).syscall === "open" && /\.tmp$/.test((error as NodeJS.ErrnoException).path ?? "");
}

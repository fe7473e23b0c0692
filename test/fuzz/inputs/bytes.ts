// Bytes of a file: texts in every encoding, cut in the middle of a character, with bytes changed.

import fc from "fast-check";
import { corpusBytes } from "./corpus";
import { share } from "./share";
import { anyText } from "./texts";

const encoders: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "utf-8": (text) => Buffer.from(text, "utf8"),
  "utf-8 marked": (text) => Buffer.from(`\ufeff${text}`, "utf8"),
  "utf-16le": (text) => Buffer.from(text, "utf16le"),
  "utf-16le marked": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "utf-16be": (text) => Buffer.from(text, "utf16le").swap16(),
  "utf-16be marked": (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  latin1: (text) => Buffer.from(text, "latin1"),
};

/** A text in one of the encodings. */
const encoded = fc.record({ text: anyText, encoding: fc.constantFrom(...Object.keys(encoders)) }).map(({ text, encoding }) => new Uint8Array(encoders[encoding]!(text)));

const start = fc.oneof({ weight: 3, arbitrary: encoded }, { weight: 3, arbitrary: fc.constantFrom(...corpusBytes()) }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) });

const nastyBytes = [[0], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x84, 0x31, 0x95, 0x33], [0x81], [0x0d], [0x1a], [0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0], [0x80, 0x9f], [0xd8, 0x00]];

/** Places as shares of the length, and what comes there. */
export const byteChanges = fc.array(fc.record({ at: share, drop: fc.nat(4), put: fc.oneof(fc.constantFrom(...nastyBytes), fc.array(fc.nat(255), { maxLength: 4 })) }), { maxLength: 5 });

/** The bytes with all changes made. */
export function changedBytes(bytes: Uint8Array, all: readonly { readonly at: number; readonly drop: number; readonly put: readonly number[] }[]): Uint8Array {
  return all.reduce((now, { at, drop, put }) => {
    const place = Math.floor(at * now.length);
    return Uint8Array.from([...now.subarray(0, place), ...put, ...now.subarray(place + drop)]);
  }, bytes);
}

/** Any bytes of a file of text. */
export const anyBytes = fc.record({ bytes: start, all: byteChanges, keep: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: share }) })
  .map(({ bytes, all, keep }) => changedBytes(bytes, all).subarray(0, Math.ceil(bytes.length * keep)));

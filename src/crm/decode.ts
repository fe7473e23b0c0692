// Which characters are these bytes? Valid UTF-8 wins; otherwise the likeliest of the encodings CRMs and Excel write.

import { analyse } from "chardet";

interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** Bytes that are not UTF-8, where only that is known: in Node built without all of ICU. */
export class UnknownEncoding extends Error {}

type Chinese = "gb18030" | "big5";

/** How many bytes decide between the encodings. */
const SAMPLE = 1 << 18;

/** Hanzi so common in CRM exports that a short text is told by them alone. */
const familiar = {
  gb18030: "的一是在不了有和人这中大为上个国我以要他时来用们名称客户公司金额负责人阶段日期商机线索创建跟进状态赢单输单北京上海广州深圳科技有限集团电话邮箱备注来源部门销售王李张刘陈",
  big5: "的一是在不了有和人這中大為上個國我以要他時來用們名稱客戶公司金額負責人階段日期商機線索創建跟進狀態贏單輸單北京上海廣州深圳科技有限集團電話郵箱備註來源部門銷售業務臺台灣王李張劉陳",
} as const;

/** The text of a file's bytes without its byte order mark, and the name of the encoding (`utf-8`, `gb18030` …). Throws an UnknownEncoding. */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOfMark(bytes) ?? utf16Of(bytes);
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), encoding };
  const utf8 = decodeStrictly(bytes, "utf-8");
  if (utf8 !== null) return { text: utf8, encoding: "utf-8" };
  if (isBrokenUtf8(bytes)) return { text: new TextDecoder("utf-8").decode(bytes), encoding: "utf-8" };
  if (!knowsChinese()) throw new UnknownEncoding("no decoder of gb18030");
  const guess = guessEncoding(bytes);
  const text = new TextDecoder(guess).decode(bytes);
  return { text: withPunctuation(text, guess), encoding: guess };
}

/** Without it a Chinese text would be read as a Western one. */
function knowsChinese(): boolean {
  try {
    return new TextDecoder("gb18030").encoding === "gb18030";
  } catch {
    return false;
  }
}

/** What windows-1252 has at 0x80 to 0x9F; some versions of Node leave control characters there. */
const PUNCTUATION = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** A text as the decoder of an encoding gave it, with the punctuation of windows-1252. */
export function withPunctuation(text: string, encoding: string): string {
  return encoding === "windows-1252" ? text.replace(/[\u0080-\u009f]/g, (char) => PUNCTUATION[char.charCodeAt(0) - 0x80]!) : text;
}

function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return "gb18030";
  return null;
}

/** UTF-16 without a mark: the zero bytes of its ASCII characters all sit on one side. */
function utf16Of(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  const zeros = [0, 0] as [number, number];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[(i & 1) as 0 | 1]++;
  const [even, odd] = zeros;
  if (bytes.length % 2 !== 0 || Math.max(even, odd) < length / 50 || Math.min(even, odd) * 20 > Math.max(even, odd)) return null;
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  const text = decodeStrictly(bytes.subarray(0, length), encoding);
  return text !== null && /[\n\r\t,;]/.test(text) ? encoding : null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8 with a few bytes broken (cut in the middle of a character, glued from two files): still better read as UTF-8. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(wholeLines(bytes));
  let broken = 0;
  let whole = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return whole >= 4 && broken * 8 <= whole;
}

function guessEncoding(bytes: Uint8Array): string {
  const sample = wholeLines(bytes);
  const gb = chineseness(sample, "gb18030");
  const big5 = chineseness(sample, "big5");
  if (Math.max(gb, big5) >= 0.5 && shareInRuns(sample) >= 0.7) return gb >= big5 ? "gb18030" : "big5";
  return otherScript(sample) ?? "windows-1252";
}

/** A sample from the first line on that is not plain ASCII; it cuts no character in two, since a line feed is never part of one in these encodings. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const start = bytes.lastIndexOf(0x0a, Math.max(0, bytes.findIndex((byte) => byte > 0x7f))) + 1;
  const end = bytes.lastIndexOf(0x0a, start + SAMPLE);
  return bytes.subarray(start, end > start ? end : start + SAMPLE);
}

/** How Chinese the bytes read: the share of everyday characters among all that are not ASCII; below 0 when they are not valid. */
function chineseness(bytes: Uint8Array, encoding: Chinese): number {
  const text = decodeStrictly(bytes, encoding);
  if (text === null) return -1;
  let known = 0;
  for (const char of text) if (familiar[encoding].includes(char) && char > "\u007f") known++;
  let pairs = 0;
  let everyday = 0;
  for (let i = 0; i < bytes.length - 1; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    pairs++;
    if (isEveryday(lead, bytes[i + 1] ?? 0, encoding)) everyday++;
    i++;
  }
  return pairs === 0 ? -1 : (everyday + known / 2) / pairs;
}

/** Both standards put the common characters and the punctuation into their first blocks. */
function isEveryday(lead: number, trail: number, encoding: Chinese): boolean {
  if (encoding === "big5") return lead >= 0xa1 && lead <= 0xc6;
  return trail >= 0xa1 && (lead <= 0xa9 ? lead >= 0xa1 : lead >= 0xb0 && lead <= 0xd7);
}

/** The share of high bytes beside another one: most in Chinese, few in the accents of a Western name. */
function shareInRuns(bytes: Uint8Array): number {
  let high = 0;
  let beside = 0;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    high++;
    if ((bytes[i - 1] ?? 0) >= 0x80 || (bytes[i + 1] ?? 0) >= 0x80) beside++;
  }
  return high === 0 ? 0 : beside / high;
}

/** Cyrillic, Greek, Japanese or Korean, when most letters are high bytes and chardet is sure. */
function otherScript(bytes: Uint8Array): string | null {
  const high = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  if (high < 20 || shareInRuns(bytes) < 0.7) return null;
  const best = analyse(bytes).find((match) => match.confidence >= 40 && /^(windows-125[13]|KOI8-R|Shift_JIS|EUC-JP|EUC-KR)$/i.test(match.name));
  return best ? best.name.toLowerCase() : null;
}

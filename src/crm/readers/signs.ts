// What sign is this code? Asked of every character of every cell, so by its number.

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** One of the usual hanzi. */
export function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

// Which known name was probably meant by one that is not known?

/** The known name that differs only in case, spaces and signs, else by a slip of the pen; null when none is near. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const key = nameKey(name);
  const same = known.find((other) => nameKey(other) === key);
  if (same !== undefined) return same;
  const most = key.length < 5 ? 0 : key.length < 9 ? 1 : 2;
  return known.find((other) => Math.abs(nameKey(other).length - key.length) <= most && distance(nameKey(other), key) <= most) ?? null;
}

function nameKey(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Letters to change, add or drop. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[right.length]!;
}

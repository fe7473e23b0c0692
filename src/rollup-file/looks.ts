/** Whether a text, or only its beginning, begins as a rollup file does. */
export function looksLikeRollup(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"salesbook"\s*:\s*"rollup"/.test(text.slice(0, 200));
}

// Puts a text on the clipboard, where the browser lets it.

/** False where it is not allowed, or there is no clipboard: in a page without https, or a pane of an old Excel. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

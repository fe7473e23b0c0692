// Hands a file to the browser's downloads.

const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Saves bytes of a workbook under a name. */
export function download(name: string, bytes: Uint8Array): void {
  save(name, new Blob([bytes.slice().buffer], { type: kind }));
}

/** Saves a text as JSON under a name. */
export function downloadText(name: string, text: string): void {
  save(name, new Blob([text], { type: "application/json" }));
}

function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

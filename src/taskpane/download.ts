// Hands a file to the browser's downloads.

const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Saves bytes under a name. */
export function download(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes.slice().buffer], { type: kind }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

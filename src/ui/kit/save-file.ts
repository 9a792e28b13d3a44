/** Browsers begin to read the file after the click has returned; they must still find it then. */
const KEPT_MS = 60_000;

/** Hands a file to the browser, which saves it by this name. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

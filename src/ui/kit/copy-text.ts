/**
 * Copies a text; false where the browser does not let us. Off this machine without https there is no
 * clipboard object: the old way, marked as outdated but known to every browser, works there.
 */
export async function copyText(text: string): Promise<boolean> {
  // The types say that it is always there; over plain http it is not.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard) {
    const done = await clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (done) return true;
  }
  return copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const before = document.activeElement;
  // Within an open dialog, or its focus trap would take the focus back.
  const place = before?.closest<HTMLElement>("[role=dialog]") ?? document.body;
  const area = document.createElement("textarea");
  area.value = text;
  area.readOnly = true;
  area.style.cssText = "position:fixed;top:0;opacity:0";
  place.append(area);
  area.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus();
  }
  return done;
}

import { act, render, waitFor } from "@testing-library/react";
import { Input } from "antd";
import { useEffect } from "react";
import { AppToolsProvider, useAppTools } from "../../ui/kit/app-tools.tsx";
import { Dropdown, Popover, Tooltip } from "../../ui/kit/Overlay.tsx";

let warm: Promise<void> | undefined;
/**
 * Draws once, for all files of a worker, what comes when it is touched: afterwards a menu or a hint is there
 * with the click that opens it, however busy the machine is, and one that is not there was not opened. A text
 * that grows is measured in a second one, which would stay in the page with the text of the first: once made it
 * is taken out, and measures as well outside.
 */
export const warmOverlays = (): Promise<void> => (warm ??= draw());

async function draw(): Promise<void> {
  let hasTools = false;
  const { unmount, baseElement } = render(
    <AppToolsProvider>
      <Tools onReady={() => void (hasTools = true)} />
      <Dropdown menu={{ items: [{ key: "a", label: "warm menu" }] }}>
        <button type="button">a</button>
      </Dropdown>
      <Popover content="warm panel">
        <button type="button">b</button>
      </Popover>
      <Tooltip title="warm hint">
        <button type="button">c</button>
      </Tooltip>
      <Input.TextArea autoSize defaultValue="warm text" />
    </AppToolsProvider>,
  );
  const [menu, panel, hint] = baseElement.querySelectorAll("button");
  await act(async () => {
    for (const one of [menu, panel]) one?.focus();
    for (const one of [menu, panel]) one?.click();
    hint?.focus();
  });
  await waitFor(() => {
    for (const text of ["warm menu", "warm panel", "warm hint"])
      if (!baseElement.textContent.includes(text)) throw new Error(text);
    if (!hasTools) throw new Error("no tools");
    if (baseElement.querySelector("[name=hiddenTextarea]") === null) throw new Error("not measured");
  });
  unmount();
  baseElement.replaceChildren();
}

function Tools({ onReady }: { readonly onReady: () => void }) {
  const { withMessage } = useAppTools();
  useEffect(() => withMessage(onReady), [withMessage, onReady]);
  return null;
}

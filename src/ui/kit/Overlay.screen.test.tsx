import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../testing/screens/show.tsx";
import { Dropdown, Tooltip } from "./Overlay.tsx";
import { QuietButton } from "./QuietButton.tsx";

const menu = (chosen: string[]) => (
  <Dropdown menu={{ items: [{ key: "copy", label: "Copy" }], onClick: ({ key }) => chosen.push(key) }}>
    <QuietButton>More</QuietButton>
  </Dropdown>
);

it("a menu opens by the first click, and its button stays the same one and keeps the focus", async () => {
  const chosen: string[] = [];
  const user = show(menu(chosen));
  const button = await screen.findByRole("button", { name: "More" });
  expect(screen.queryByRole("menu")).toBeNull();
  await user.click(button);
  const copy = await screen.findByText("Copy");
  expect(document.activeElement).toBe(button);
  await user.click(copy);
  expect(chosen).toEqual(["copy"]);
  expect(screen.getByRole("button", { name: "More" })).toBe(button);
});

it("Escape closes a menu and leads back to its button", async () => {
  const user = show(menu([]));
  const button = await screen.findByRole("button", { name: "More" });
  await user.click(button);
  await screen.findByText("Copy");
  await user.keyboard("{Escape}");
  expect(document.activeElement).toBe(button);
});

it("a hint comes with the focus, and what the element does by itself it still does", async () => {
  let focused = 0;
  const user = show(
    <Tooltip title="Two are missing">
      <QuietButton onFocus={() => (focused += 1)}>Ring</QuietButton>
    </Tooltip>,
  );
  await screen.findByRole("button", { name: "Ring" });
  await user.tab();
  expect(await screen.findByText("Two are missing")).toBeTruthy();
  expect(focused).toBe(1);
});

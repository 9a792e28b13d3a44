import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { held } from "../../../../../testing/screens/held.tsx";
import { fill, show } from "../../../../../testing/screens/show.tsx";
import type { Guidance } from "../../shared/pipeline.ts";
import { GuidanceEditor } from "./GuidanceEditor.tsx";

function open(first: Guidance = {}) {
  const { element, now } = held(first, (guidance, onChange) => (
    <GuidanceEditor guidance={guidance} onChange={onChange} />
  ));
  return { user: show(element), now };
}

it("a line is added to its own list and written in one language at a time", async () => {
  const { user, now } = open({ scripts: [{ en: "Good morning" }] });
  const [tips] = await screen.findAllByRole("button", { name: "Add line" });
  if (tips) await user.click(tips);
  await fill(user, screen.getByLabelText("Tips (English)"), "Ask who decides");
  expect(now()).toEqual({ tips: [{ en: "Ask who decides" }], scripts: [{ en: "Good morning" }] });
});

it("the line that is removed goes, not the first of its list", async () => {
  const { user, now } = open({ tips: [{ en: "one" }, { en: "two" }, { en: "three" }] });
  const second = (await screen.findAllByRole("button", { name: "Remove" }))[1];
  if (second) await user.click(second);
  expect(now().tips).toEqual([{ en: "one" }, { en: "three" }]);
});

it("an address that is not safe to open is told at once, an empty one is not yet wrong", async () => {
  const { user, now } = open();
  await user.click(await screen.findByRole("button", { name: "Add link" }));
  expect(screen.queryByText("Only https addresses")).toBeNull();
  const url = screen.getByLabelText("URL");
  await fill(user, url, "http://example.com");
  expect(screen.getByText("Only https addresses")).toBeTruthy();
  expect(url.getAttribute("aria-invalid")).toBe("true");
  await fill(user, url, "https://example.com/a ");
  expect(screen.queryByText("Only https addresses")).toBeNull();
  expect(now().links).toEqual([{ label: {}, url: "https://example.com/a" }]);
});

import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { held } from "../../../testing/screens/held.tsx";
import { choose, fill, show } from "../../../testing/screens/show.tsx";
import { objectInfo } from "../../../testing/screens/world.ts";
import { ConditionEditor } from "./ConditionEditor.tsx";

function open(first: string) {
  const { element, now } = held(first, (value, onChange) => (
    <ConditionEditor
      id="c"
      describedBy={undefined}
      object={objectInfo("contact")}
      value={value}
      onChange={onChange}
    />
  ));
  return { user: show(element), now };
}
const button = (name: string) => screen.findByRole<HTMLButtonElement>("button", { name });

it("is put together by clicks; a line counts once it has a value", async () => {
  const { user, now } = open('title == "Buyer"');
  await user.click(await button("Add condition"));
  expect(screen.getAllByRole("listitem")).toHaveLength(2);
  expect(now()).toBe('title == "Buyer"');
  const [, second] = await screen.findAllByLabelText("Field");
  if (second) await choose(user, second, "Their department");
  expect(screen.getAllByRole("listitem")).toHaveLength(2);
  await fill(user, screen.getByDisplayValue("Buyer"), "Director");
  expect(now()).toBe('title == "Director"');
});

it("goes to the expression and back, and looking at either changes nothing", async () => {
  const kept = 'title == "Buyer" && unit != null';
  const { user, now } = open(kept);
  await user.click(await button("Write as an expression"));
  expect(screen.queryAllByRole("listitem")).toHaveLength(0);
  await user.click(await button("Choose line by line"));
  expect(screen.getAllByRole("listitem")).toHaveLength(2);
  expect(now()).toBe(kept);
});

it("what lines cannot show is text that says so, and stays text while it is typed", async () => {
  const { user, now } = open('(title == "A" || title == "B") && unit != null');
  expect(await screen.findByText(/can’t be shown line by line/)).toBeTruthy();
  expect((await button("Choose line by line")).disabled).toBe(true);
  await fill(user, screen.getByDisplayValue(/"B"/), 'title == "A"');
  expect(now()).toBe('title == "A"');
  expect(screen.queryAllByRole("listitem")).toHaveLength(0);
  await user.click(await button("Choose line by line"));
  expect(screen.getByDisplayValue("A")).toBeTruthy();
});

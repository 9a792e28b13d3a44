import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Values } from "../../../../../shared/metadata/object.ts";
import { changeField } from "../../../../../shared/wire/fields.contract.ts";
import { choose, fill } from "../../../../../testing/screens/show.tsx";
import { answers } from "../../../../../testing/screens/stand-in.ts";
import { colour, done, open, press } from "../../../../../testing/screens/form-builder.tsx";

it("options are put in order, and one that goes asks what its records get instead", async () => {
  const sent = answers(changeField, done);
  const user = open(colour);
  (await press("Move option Blue")).focus();
  await user.keyboard("{ArrowUp}");
  expect(document.activeElement).toBe(await press("Move option Blue"));
  await user.click(await press("Add option"));
  await user.click(await press("Other language, codes and groups"));
  await fill(user, screen.getByLabelText("English option_3"), "Dark green");
  await user.click(await press("Delete Red"));
  const lost = (await screen.findByText(/“Red” will be removed/)).closest("label");
  if (!lost) throw new Error("Nothing asks about records that have it");
  await choose(user, within(lost).getByRole("combobox"), "Blue");
  await user.click(await press("Save"));
  await expect.poll(() => sent.length).toBe(1);
  const body: Values = sent[0]?.body ?? {};
  expect(body["options"]).toEqual([
    { name: "blue", label: { "zh-CN": "蓝", en: "Blue" } },
    { name: "dark_green", label: { en: "Dark green" }, color: "red" },
  ]);
  expect(body["map"]).toEqual({ red: "blue" });
});

it("an option is carried before another; the code of one that records may have is not changed", async () => {
  const user = open(colour);
  const row = (name: string) => document.querySelector(`[data-option="${name}"]`);
  const handle = await press("Move option Blue");
  const target = row("red");
  if (!handle.parentElement || !target) throw new Error("There are no options");
  fireEvent.dragStart(handle.parentElement, { dataTransfer: { effectAllowed: "" } });
  fireEvent.drop(target);
  expect(
    [...document.querySelectorAll<HTMLElement>("[data-option]")].map((one) => one.dataset["option"]),
  ).toEqual(["blue", "red"]);
  expect(screen.queryByLabelText("Code red")).toBeNull();
  await user.click(await press("Other language, codes and groups"));
  expect(screen.getByLabelText("Code red").hasAttribute("disabled")).toBe(true);
  await user.click(await press("Add option"));
  expect(screen.getByLabelText("Code option_3").hasAttribute("disabled")).toBe(false);
});

it("Enter in an option goes on to the next one, each with a hue of its own", async () => {
  const sent = answers(changeField, done);
  const user = open(colour);
  await user.click(await press("Add option"));
  expect(document.activeElement).toBe(screen.getByLabelText("Chinese option_3"));
  await user.keyboard("绿{Enter}");
  expect(document.activeElement).toBe(screen.getByLabelText("Chinese option_4"));
  await user.keyboard("黄");
  await user.click(await press("Save"));
  await expect.poll(() => sent.length).toBe(1);
  const body: Values = sent[0]?.body ?? {};
  expect(body["options"]).toMatchObject([
    {},
    {},
    { label: { "zh-CN": "绿" }, color: "red" },
    { label: { "zh-CN": "黄" }, color: "orange" },
  ]);
});

import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../../testing/screens/show.tsx";
import { idNo, objectInfo } from "../../../testing/screens/world.ts";
import { Sections, type WantedField } from "./Sections.tsx";

const steelworks = {
  id: idNo(20),
  version: 1,
  name: "Steelworks",
  short_name: "SW",
  created_at: "2026-11-01T08:00:00Z",
};
function open(wanted: WantedField | null = null, editable = true) {
  const page = (
    <Sections object={objectInfo("account")} record={steelworks} editable={editable} wanted={wanted} />
  );
  return show(page);
}
const line = (field: string) => document.querySelector(`[data-field="${field}"]`);

it("what is filled in stands there, what is empty is counted and shown by one press", async () => {
  const user = open();
  expect(await screen.findByText("SW")).toBeTruthy();
  expect(line("phone")).toBeNull();
  const folds = screen.getAllByRole("button", { name: /empty fields?$/ });
  for (const fold of folds) await user.click(fold);
  expect(line("phone")).not.toBeNull();
  await user.click(screen.getAllByRole("button", { name: "Hide empty fields" })[0] ?? document.body);
  expect(screen.getAllByRole("button", { name: /empty fields?$/ }).length).toBeGreaterThan(0);
});

it("what the head says is not said again", async () => {
  open();
  await screen.findByText("SW");
  for (const field of ["name", "owner"]) expect(line(field)).toBeNull();
});

it("a field that is asked for shows and is open to be filled in, each time it is asked for", async () => {
  open({ name: "phone", times: 2 });
  await expect.poll(() => line("phone")?.querySelector("input") ?? null).not.toBeNull();
});

it("who may not change it is shown no input, asked for or not", async () => {
  open({ name: "phone", times: 1 }, false);
  await expect.poll(() => line("phone")).not.toBeNull();
  expect(line("phone")?.querySelector("input") ?? null).toBeNull();
});

import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { searchEverything } from "../../../shared/wire/search.contract.ts";
import { address, fill, show, type Showing } from "../../../testing/screens/show.tsx";
import { answers } from "../../../testing/screens/stand-in.ts";
import { idNo } from "../../../testing/screens/world.ts";
import { Palette } from "./Palette.tsx";

const found = { object: "contact", id: idNo(40), title: "Wang Li", subtitle: "Henrun" };

function open(showing: Showing = {}) {
  answers(searchEverything, ({ query }) => ({ data: query.q.startsWith("wang") ? [found] : [] }));
  const onClose = vi.fn();
  return { user: show(<Palette onClose={onClose} />, showing), onClose };
}
const box = () => screen.findByRole("combobox");
const options = () => screen.findAllByRole("option");
const chosen = async () => (await options()).findIndex((one) => one.getAttribute("aria-selected") === "true");

it("a record is found by a part of its name, and Enter opens it", async () => {
  const { user, onClose } = open();
  await fill(user, await box(), "wang");
  expect(await screen.findByText("Wang Li")).toBeTruthy();
  await user.keyboard("{Enter}");
  await expect.poll(address).toBe(`/records/contact/${found.id}`);
  expect(onClose).toHaveBeenCalled();
});

it("arrows walk through what was found, and around its ends", async () => {
  const { user } = open();
  await box();
  const { length } = await options();
  await user.keyboard("{ArrowDown}");
  expect(await chosen()).toBe(1);
  await user.keyboard("{ArrowUp}{ArrowUp}");
  expect(await chosen()).toBe(length - 1);
});

it("pages and actions are found by their names, for who has them", async () => {
  const { user } = open();
  await fill(user, await box(), "roles");
  expect((await options()).map(({ textContent }) => textContent)).toEqual([
    "Settings · Roles and permissions",
  ]);
  await user.keyboard("{Enter}");
  await expect.poll(address).toBe("/settings/roles");
});

it("a seller finds no page to set rights", async () => {
  const { user } = open({ role: "seller" });
  await fill(user, await box(), "roles");
  expect(await screen.findByText("No results for “roles”")).toBeTruthy();
});

it("from a past day records open as of that day, and that is said", async () => {
  const { user } = open({ path: "/records/contact?as_of=2026-03-01" });
  await fill(user, await box(), "wang");
  expect(await screen.findByText(/results open as they were on 2026-03-01/)).toBeTruthy();
  await user.click(await screen.findByText("Wang Li"));
  await expect.poll(address).toBe(`/records/contact/${found.id}?as_of=2026-03-01`);
});

import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { changeRecord, listRecords } from "../../../shared/wire/records.contract.ts";
import { address, fill, keeps, show, showPage, type Showing } from "../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../testing/screens/stand-in.ts";
import { idNo, objectInfo } from "../../../testing/screens/world.ts";
import { RecordListPage } from "./RecordListPage.tsx";

const wang = { id: idNo(40), version: 3, name: "Wang Li", title: "Buyer", role: "buyer" };
const chen = { id: idNo(41), version: 1, name: "Chen Hao", title: "Engineer", role: "user" };
const me = { preferences: { "list.contact": { columns: [{ field: "name" }, { field: "title" }] } } };

const abilities = { update: true, delete: true };
function open(showing: Showing = {}, query = "") {
  const asked = keeps("contact", [wang, chen]);
  return { user: showPage(`/records/contact${query}`, { me, ...showing }), asked };
}
const cell = (text: string) =>
  screen.findByText(text).then((found) => found.closest<HTMLElement>('[role="gridcell"]') ?? found);

it("a value is changed in its place by a double click and Enter, with what was seen", async () => {
  const sent = answers(changeRecord, { data: wang, abilities });
  const { user } = open();
  await user.dblClick(await cell("Buyer"));
  await fill(user, await screen.findByDisplayValue("Buyer"), "Head of buying");
  await user.keyboard("{Enter}");
  await expect
    .poll(() => sent.map(({ body }) => body))
    .toEqual([{ title: "Head of buying", base: { title: "Buyer" } }]);
});

it("Escape leaves the value as it was", async () => {
  const { user } = open();
  await user.dblClick(await cell("Buyer"));
  await fill(user, await screen.findByDisplayValue("Buyer"), "Head of buying");
  await user.keyboard("{Escape}");
  expect(await screen.findByText("Buyer")).toBeTruthy();
});

it("a refused value is told with its reason, and the old one comes back", async () => {
  answers(changeRecord, refusal(422, "invalid", { detail: "Such a title is not used" }));
  const { user } = open();
  await user.dblClick(await cell("Buyer"));
  await fill(user, await screen.findByDisplayValue("Buyer"), "King");
  await user.keyboard("{Enter}");
  expect(await screen.findByText("Such a title is not used")).toBeTruthy();
  expect(await screen.findByText("Buyer")).toBeTruthy();
});

it("where somebody was quicker, both values are shown to choose from", async () => {
  const now = { ...wang, version: 4, title: "Director" };
  const params = { author: "Zhao Min", at: "2026-11-30T02:00:00Z" };
  const conflict = refusal(409, "version_conflict", {
    errors: [{ code: "changed", field: "title", message: "Changed meanwhile", params }],
    current: now,
  });
  const sent = answers(changeRecord, inTurn(conflict, { data: now, abilities }));
  const { user } = open();
  await user.dblClick(await cell("Buyer"));
  await fill(user, await screen.findByDisplayValue("Buyer"), "Head of buying");
  await user.keyboard("{Enter}");
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("Head of buying")).toBeTruthy();
  expect(dialog.getByText("Director")).toBeTruthy();
  await user.click(dialog.getByRole("button", { name: "Save selection" }));
  await expect.poll(() => sent[1]?.body).toEqual({ title: "Head of buying", base: { title: "Director" } });
});

it("arrows walk through the cells, Space selects a row, Enter opens a value to be changed", async () => {
  const { user } = open();
  await screen.findByText("Wang Li");
  screen.getByRole("grid").focus();
  await user.keyboard("{ArrowDown} ");
  expect(await screen.findByRole("toolbar", { name: "1 selected" })).toBeTruthy();
  await user.keyboard("{ArrowDown}{ArrowRight}{Enter}");
  expect(await screen.findByDisplayValue("Engineer")).toBeTruthy();
});

it("who only reads can change and select nothing", async () => {
  const { user } = open({ role: "read_only" });
  await user.dblClick(await cell("Buyer"));
  expect(screen.queryByDisplayValue("Buyer")).toBeNull();
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(screen.queryByRole("button", { name: "New" })).toBeNull();
});

it("an empty list offers to create, one that conditions emptied offers to clear them", async () => {
  keeps("contact", []);
  showPage("/records/contact");
  expect(await screen.findByText("No Contacts yet")).toBeTruthy();
  expect(screen.getByRole("button", { name: "New Contact" })).toBeTruthy();
});

it("conditions that match nothing are cleared by one press", async () => {
  answers(
    listRecords,
    ({ query }) => {
      const data = query.filter ? [] : [wang];
      return { data, page: { next: null }, total: data.length };
    },
    { object: "contact" },
  );
  const user = showPage(`/records/contact?filter=${encodeURIComponent('title == "King"')}`);
  await user.click(await screen.findByRole("button", { name: "Clear filters" }));
  expect(await screen.findByText("Wang Li")).toBeTruthy();
  expect(address()).not.toContain("filter=");
});

it("a list that failed says so and is asked for again by one press", async () => {
  let isDown = true;
  answers(
    listRecords,
    () => (isDown ? refusal(500, "internal") : { data: [wang], page: { next: null }, total: 1 }),
    { object: "contact" },
  );
  const user = showPage("/records/contact");
  const again = await screen.findByRole("button", { name: "Try again" });
  isDown = false;
  await user.click(again);
  expect(await screen.findByText("Wang Li")).toBeTruthy();
});

it("on a phone a row is a card that opens the record as a page", async () => {
  keeps("contact", [wang]);
  const user = show(<RecordListPage object={objectInfo("contact")} />, { me, width: 390 });
  const card = (await screen.findByText("Wang Li")).closest("button");
  if (!card) throw new Error("The row is no card");
  expect(screen.queryByRole("grid")).toBeNull();
  await user.click(card);
  await expect.poll(address).toBe(`/records/contact/${wang.id}`);
});

import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { listRecords } from "../../../shared/wire/records.contract.ts";
import { showPage, type Showing } from "../../../testing/screens/show.tsx";
import { answers } from "../../../testing/screens/stand-in.ts";
import { idNo } from "../../../testing/screens/world.ts";
import { MOST_PRINTED, readRows } from "./use-printed-rows.ts";

const wang = { id: idNo(40), version: 3, name: "Wang Li", title: "Buyer" };
const chen = { id: idNo(41), version: 1, name: "Chen Hao", title: "Engineer" };
const me = { preferences: { "list.contact": { columns: [{ field: "name" }, { field: "title" }] } } };
const print = vi.fn();
beforeEach(() => {
  print.mockClear();
  vi.stubGlobal("print", print);
});

function open(total: number, query = "", showing: Showing = {}) {
  answers(listRecords, { data: [wang, chen], page: { next: null }, total }, { object: "contact" });
  return showPage(`/records/contact?scene=all${query}`, { me, ...showing });
}
const paper = () => screen.findByRole("dialog", { name: "Print the list of Contacts" });

it("all columns and rows, the filters in words, who printed it; printed at once", async () => {
  const user = open(2, `&q=li&filter=${encodeURIComponent('title == "Buyer"')}`);
  await screen.findByText("Wang Li");
  await user.keyboard("{Control>}p{/Control}");
  const document = within(await paper());
  await expect.poll(() => print.mock.calls.length).toBe(1);
  expect(document.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual([
    "Name",
    "Job title",
  ]);
  expect(document.getByText("Chen Hao")).toBeTruthy();
  expect(document.getByText(/^Filters: Job title is .*Buyer/)).toBeTruthy();
  expect(document.getByText("Search: li")).toBeTruthy();
  expect(document.getByText(/^李娜 · /)).toBeTruthy();
  await user.click(document.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("more rows than are printed are said to be missing", async () => {
  const user = open(2600);
  await screen.findByText("Wang Li");
  await user.click(screen.getByRole("button", { name: "More" }));
  await user.click(await screen.findByText("Print"));
  const document = within(await paper());
  expect(await document.findByText(/^The first 2 of 2,600 records/)).toBeTruthy();
});

it("no more is read than is printed", async () => {
  const data = Array.from({ length: 500 }, (_, at) => ({ ...wang, id: idNo(1000 + at) }));
  const asked = answers(listRecords, { data, page: { next: "on" }, total: 2600 }, { object: "contact" });
  const { rows, total } = await readRows("contact", {});
  expect([rows.length, total, asked.length]).toEqual([MOST_PRINTED, 2600, 4]);
  expect(asked.map(({ query: { cursor, count } }) => [cursor, count])).toEqual([
    [undefined, "bounded"],
    ["on", "none"],
    ["on", "none"],
    ["on", "none"],
  ]);
});

it("in Chinese, too", async () => {
  const user = open(2, "", { language: "zh-CN" });
  await screen.findByText("Wang Li");
  await user.keyboard("{Control>}p{/Control}");
  expect(await screen.findByText("共 2 条")).toBeTruthy();
});

import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { aggregateRecords } from "../../../shared/wire/records.contract.ts";
import { address, keeps, show, showPage } from "../../../testing/screens/show.tsx";
import { answers } from "../../../testing/screens/stand-in.ts";
import { idNo, LI_NA, objectInfo, WANG_WEI } from "../../../testing/screens/world.ts";
import { RecordListPage } from "../list/RecordListPage.tsx";

const people = [
  { id: LI_NA, name: "李娜" },
  { id: WANG_WEI, name: "王伟" },
];
const deal = { id: idNo(40), version: 1, name: "Water", stage: "proposal" };

function open(query = "", width = 1280) {
  keeps("view", []);
  const found = keeps("user", people);
  const asked = keeps("opportunity", [deal]);
  answers(aggregateRecords, { groups: [] });
  const page = `/records/opportunity?scene=all${query}`;
  const user =
    width < 700
      ? show(<RecordListPage object={objectInfo("opportunity")} />, { width, path: page })
      : showPage(page);
  return { user, found, asked };
}
const filter = () => new URLSearchParams(address().split("?")[1]).get("filter") ?? "";
const chips = () => within(screen.getByRole("group", { name: "Quick filters" }));
const withFilter = (text: string) => `&filter=${encodeURIComponent(text)}`;

it("stages are ticked at their chip, which then says them, and × takes them away", async () => {
  const { user, asked } = open();
  await screen.findByText("Water");
  await user.click(chips().getByRole("button", { name: "Filter by Stage" }));
  await user.click(await screen.findByRole("checkbox", { name: "Discovery" }));
  await expect.poll(filter).toBe('stage in ["discovery"]');
  await user.click(await screen.findByRole("checkbox", { name: "Proposal" }));
  await expect.poll(filter).toBe('stage in ["discovery", "proposal"]');
  expect(await chips().findByText("Discovery, Proposal")).toBeTruthy();
  expect(asked.at(-1)?.query.filter).toBe('stage in ["discovery", "proposal"]');
  await user.click(chips().getByRole("button", { name: "Clear the filter on Stage" }));
  await expect.poll(filter).toBe("");
});

it("people are found by what is typed; whoever looks is “me”, and others beside by name", async () => {
  const { user, found } = open();
  await screen.findByText("Water");
  await user.click(chips().getByRole("button", { name: "Filter by Owner" }));
  await user.click(await screen.findByRole("checkbox", { name: "Me" }));
  await expect.poll(filter).toBe("owner == me()");
  await user.click(await screen.findByRole("checkbox", { name: "王伟" }));
  await expect.poll(filter).toBe(`owner in ["${LI_NA}", "${WANG_WEI}"]`);
  await user.type(screen.getByRole("searchbox", { name: "Find" }), "wangwei");
  await expect.poll(() => found.some(({ query }) => query.search === "wangwei")).toBe(true);
});

it("days move on with today, amounts are typed as people say them", async () => {
  const { user } = open();
  await screen.findByText("Water");
  await user.click(chips().getByRole("button", { name: "Filter by Close date" }));
  await user.click(await screen.findByRole("button", { name: "Past" }));
  await expect.poll(filter).toBe("close_date < today()");
  expect(await chips().findByText("Past")).toBeTruthy();
  await user.click(chips().getByRole("button", { name: "Filter by Amount" }));
  await user.type(await screen.findByRole("textbox", { name: "From" }), "12.5万{Enter}");
  await expect.poll(filter).toBe("close_date < today() && amount >= 125000");
});

it("what is no amount is told and changes nothing", async () => {
  const { user } = open();
  await screen.findByText("Water");
  await user.click(chips().getByRole("button", { name: "Filter by Amount" }));
  await user.type(await screen.findByRole("textbox", { name: "From" }), "much{Enter}");
  expect(await screen.findByText("Not a number")).toBeTruthy();
  expect(filter()).toBe("");
});

it("conditions of the builder show on the chips, and one's own leave them as they are", async () => {
  const { user } = open(withFilter('name.contains("x") && stage == "won" && amount != 5'));
  expect(await screen.findByText("1 other condition")).toBeTruthy();
  await user.click(chips().getByRole("button", { name: /^Filter by Stage/ }));
  await user.click(await screen.findByRole("checkbox", { name: "Discovery" }));
  await expect.poll(filter).toBe('name.contains("x") && amount != 5 && stage in ["won", "discovery"]');
});

it("several stages and people can be chosen and are shown in the condition builder, too", async () => {
  const { user } = open(withFilter(`stage in ["discovery"] && owner in ["${WANG_WEI}"]`));
  await screen.findByText("Water");
  await user.click(screen.getByRole("button", { name: "Filters" }));
  expect(await screen.findAllByText("is any of")).toHaveLength(2);
  await user.click(screen.getByRole("button", { name: "Apply" }));
  await expect.poll(filter).toBe(`stage in ["discovery"] && owner in ["${WANG_WEI}"]`);
});

it("on a phone one button opens a sheet with all of them", async () => {
  const { user } = open("", 390);
  await screen.findByText("Water");
  expect(screen.queryByRole("group", { name: "Quick filters" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Filters" }));
  const sheet = within(await screen.findByRole("dialog"));
  await user.click(sheet.getByText("Stage"));
  await user.click(await sheet.findByRole("checkbox", { name: "Proposal" }));
  await expect.poll(filter).toBe('stage in ["proposal"]');
  await user.click(sheet.getByRole("button", { name: "Show results" }));
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
});

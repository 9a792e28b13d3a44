import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { aggregateRecords, listRecords } from "../../../shared/wire/records.contract.ts";
import { address, keeps, show, showPage } from "../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../testing/screens/stand-in.ts";
import { idNo, objectInfo } from "../../../testing/screens/world.ts";
import { RecordListPage } from "../list/RecordListPage.tsx";

const CNY = (amount: string) => ({ amount, currency: "CNY" });
const deal = (number: number, name: string, stage: string) => ({
  id: idNo(number),
  version: 1,
  name,
  stage,
  amount: CNY("100"),
});
const deals = [deal(40, "Water", "proposal"), deal(41, "Steel", "proposal"), deal(42, "Rail", "discovery")];
const me = { preferences: { "list.opportunity": { columns: [{ field: "name" }, { field: "amount" }] } } };

function open(query: string, width = 1280) {
  keeps("view", []);
  const rows = answers(
    listRecords,
    ({ query: { filter = "" } }) => {
      const data = deals.filter(({ stage }) => filter.includes(`"${stage}"`));
      return { data, page: { next: null }, total: data.length };
    },
    { object: "opportunity" },
  );
  const counted = answers(aggregateRecords, ({ body }) =>
    body.group_by?.[0]
      ? {
          groups: [
            { key: { stage: "proposal" }, values: [2, CNY("200")] },
            { key: { stage: "discovery" }, values: [1, CNY("70")] },
          ],
        }
      : { groups: [{ key: {}, values: [CNY("270")] }] },
  );
  const page = `/records/opportunity${query}`;
  const user =
    width < 700
      ? show(<RecordListPage object={objectInfo("opportunity")} />, { me, width, path: page })
      : showPage(page, { me });
  return { user, rows, counted };
}
const heads = () =>
  [...document.querySelectorAll('[data-part="group-head"]')].map((head) => head.textContent ?? "");

it("a grouped list has heads with name, count and sum in the order of the stages, and its records below", async () => {
  const { rows, counted } = open("?scene=all&group=stage");
  await screen.findByText("Rail");
  await screen.findByText("Water");
  expect(heads().map((text) => text.replace(/[^A-Za-z0-9 ]/g, ""))).toEqual([
    expect.stringMatching(/^Discovery1.*70/),
    expect.stringMatching(/^Proposal2.*200/),
  ]);
  expect(counted[0]?.body).toMatchObject({
    group_by: [{ field: "stage" }],
    measures: [{ fn: "count" }, { fn: "sum", field: "amount" }],
  });
  expect(rows.map(({ query }) => query.filter).toSorted()).toEqual([
    'stage == "discovery"',
    'stage == "proposal"',
  ]);
});

it("a group shuts and opens by its head, and by the keyboard", async () => {
  const { user } = open("?scene=all&group=stage");
  await user.click(await screen.findByRole("button", { name: /^Discovery/, expanded: true }));
  expect(screen.queryByText("Rail")).toBeNull();
  screen.getByRole("grid").focus();
  await user.keyboard("{ArrowDown}{ArrowRight}");
  expect(await screen.findByText("Rail")).toBeTruthy();
});

it("rows of several groups are selected together, over a head, and their number is told", async () => {
  const { user } = open("?scene=all&group=stage");
  await screen.findByText("Water");
  const boxes = await screen.findAllByRole("checkbox", { name: "Select this row" });
  await user.click(boxes[0]!);
  await user.keyboard("{Shift>}");
  await user.click(boxes[2]!);
  await user.keyboard("{/Shift}");
  expect(await screen.findByRole("toolbar", { name: "3 selected" })).toBeTruthy();
});

it("the grouping is chosen in the tools and stands in the address", async () => {
  const { user } = open("?scene=all");
  await user.click(await screen.findByRole("button", { name: "Group" }));
  await user.click(await screen.findByRole("button", { name: "Stage" }));
  await expect.poll(address).toContain("group=stage");
  await user.click(await screen.findByRole("button", { name: "Group: Stage" }));
  await user.click(await screen.findByRole("button", { name: /close date By week/i }));
  await expect.poll(address).toContain("group=close_date%3Aweek");
});

it("records of a group that failed are asked for again by a press", async () => {
  const { user } = open("?scene=all&group=stage");
  await screen.findByText("Rail");
  answers(listRecords, inTurn(refusal(500, "internal"), { data: deals, page: { next: null }, total: 3 }), {
    object: "opportunity",
  });
  await user.click(screen.getByRole("button", { name: "Amount" }));
  const again = await screen.findAllByRole("button", { name: /Try again/ });
  await user.click(again[0]!);
  expect((await screen.findAllByText("Rail")).length).toBeGreaterThan(0);
});

it("my to-dos come grouped by how near they are", async () => {
  keeps("view", []);
  const task = { id: idNo(60), version: 1, subject: "Call Li Na", status: "open", due_date: "2026-11-01" };
  keeps("task", [task]);
  const asked = answers(aggregateRecords, {
    groups: [
      { key: { due_date: null }, values: [1] },
      { key: { due_date: "overdue" }, values: [1] },
    ],
  });
  showPage("/records/task");
  const first = await screen.findByText("Overdue");
  expect(within(first.closest('[data-part="group-head"]') as HTMLElement).getByText("1")).toBeTruthy();
  expect(heads()[1]).toContain("No date");
  expect(asked[0]?.body.group_by).toEqual([{ field: "due_date", bucket: "due" }]);
});

it("on a phone the groups have heads among the cards", async () => {
  const { user } = open("?scene=all&group=stage", 390);
  expect(await screen.findByText("Rail")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /^Discovery/, expanded: true }));
  expect(screen.queryByText("Rail")).toBeNull();
});

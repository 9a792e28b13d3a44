import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { aggregateRecords, listRecords } from "../../../shared/wire/records.contract.ts";
import { addDays, dayNumber, endOfMonth } from "../../../shared/time/dates.ts";
import { address, fill, showPage, type Showing } from "../../../testing/screens/show.tsx";
import { answers } from "../../../testing/screens/stand-in.ts";
import { idNo } from "../../../testing/screens/world.ts";
import { todayText } from "../../kit/time-text.ts";

const wang = { id: idNo(40), version: 3, name: "Wang Li", title: "Head of buying" };
const chen = { id: idNo(41), version: 1, name: "Chen Hao", title: "Engineer" };
const me = { preferences: { "list.contact": { columns: [{ field: "name" }, { field: "title" }] } } };
const LAST_MONTH = endOfMonth(todayText(), -1) ?? "";

/** Wang Li was a buyer then; Chen Hao was not there; somebody else is gone. */
function open(query = "", showing: Showing = {}) {
  const asked = answers(
    listRecords,
    ({ query: { filter = "", as_of, limit } }) => {
      const gone = filter.includes("!asof(") && as_of !== undefined;
      const then = [{ ...wang, title: "Buyer" }];
      const data = gone ? [] : as_of === undefined ? [wang, chen] : then;
      return {
        data: limit === "1" ? data.slice(0, 1) : data,
        page: { next: null },
        total: gone ? 1 : data.length,
      };
    },
    { object: "contact" },
  );
  answers(aggregateRecords, { groups: [{ key: {}, values: ["2024-03-05T02:00:00Z"] }] });
  return {
    user: showPage(`/records/contact${query}`, { me, objects: ["contact", "account"], ...showing }),
    asked,
  };
}
const press = (name: string | RegExp) => screen.findByRole("button", { name });

it("into the past one goes at the end of last month, and back by the same button", async () => {
  const { user, asked } = open();
  await user.click(await press("As of"));
  await expect.poll(address).toBe(`/records/contact?as_of=${LAST_MONTH}`);
  await expect.poll(() => asked.at(-1)?.query.as_of).toBe(LAST_MONTH);
  expect((await press("As of")).getAttribute("aria-pressed")).toBe("true");
  await user.click(await press("As of"));
  await expect.poll(address).toBe("/records/contact");
});

it("the past is only looked at: nothing is selected, changed or made there", async () => {
  const { user } = open("?as_of=2026-03-31");
  expect(await screen.findByText("Data as of 2026-03-31")).toBeTruthy();
  expect(screen.getByText("Read only")).toBeTruthy();
  await user.dblClick(await screen.findByText("Buyer"));
  expect(screen.queryByDisplayValue("Buyer")).toBeNull();
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(screen.queryByRole("button", { name: /^New/ })).toBeNull();
});

it("who sees a part of the records is told that it is as much of the past", async () => {
  open("?as_of=2026-03-31");
  await screen.findByText("Data as of 2026-03-31");
  expect(screen.queryByText("Only records you have access to today")).toBeNull();
});

it("a seller is told so", async () => {
  open("?as_of=2026-03-31", { role: "seller" });
  expect(await screen.findByText("Only records you have access to today")).toBeTruthy();
});

it("steps go from month end to month end, not beyond the first record nor today", async () => {
  const { user } = open("?as_of=2024-04-15");
  // Until the first day on record is known there is no earlier one.
  await expect.poll(async () => (await press("Previous month-end")).hasAttribute("disabled")).toBe(false);
  await user.click(await press("Previous month-end"));
  await expect.poll(address).toBe("/records/contact?as_of=2024-03-31");
  await user.click(await press("Previous month-end"));
  await expect.poll(address).toBe("/records/contact?as_of=2024-03-05");
  expect((await press("Previous month-end")).hasAttribute("disabled")).toBe(true);
  await user.click(await press("Next month-end"));
  await expect.poll(address).toBe("/records/contact?as_of=2024-03-31");
});

it("today is the last day", async () => {
  const { user } = open(`?as_of=${todayText()}`);
  expect((await press("Next month-end")).hasAttribute("disabled")).toBe(true);
  await user.click(await screen.findByLabelText("Day"));
  const tomorrow = () => document.querySelector(`td[title="${addDays(todayText(), 1)}"]`);
  await waitFor(() => expect(tomorrow()?.className).toContain("disabled"));
});

it("the slider moves the day once the hand rests", async () => {
  open("?as_of=2026-03-31");
  const slider = await screen.findByRole("slider");
  expect(slider.getAttribute("aria-valuetext")).toBe("2026-03-31");
  await expect.poll(() => Number(slider.getAttribute("min"))).toBe(dayNumber("2024-03-05"));
  fireEvent.change(slider, { target: { value: String(Number(slider.getAttribute("value")) - 1) } });
  await expect.poll(address).toBe(`/records/contact?as_of=${addDays("2026-03-31", -1)}`);
});

it("the input of the day moves it as well; emptied it stays", async () => {
  const { user } = open("?as_of=2026-03-31");
  const day = await screen.findByLabelText<HTMLInputElement>("Day");
  await fill(user, day, "2026-01-15");
  await user.keyboard("{Enter}");
  await expect.poll(address).toBe("/records/contact?as_of=2026-01-15");
  await user.clear(day);
  await user.tab();
  await waitFor(() => expect(day.value).toBe("2026-01-15"));
  expect(address()).toBe("/records/contact?as_of=2026-01-15");
});

it("compared with now each row says what it was, or that it is new", async () => {
  const { user } = open("?as_of=2026-03-31");
  await user.click(await press("Compare with now"));
  await expect.poll(address).toBe("/records/contact?since=2026-03-31");
  expect(await screen.findByText("Since 2026-03-31")).toBeTruthy();
  // The rows are drawn anew once it is known how they stood.
  const cell = () => screen.queryByText("Head of buying")?.closest('[role="gridcell"]')?.textContent;
  await expect.poll(cell).toContain("was Buyer");
  const row = (await screen.findByText("Chen Hao")).closest<HTMLElement>('[role="row"]');
  if (!row) throw new Error("Chen Hao stands in no row");
  expect(await within(row).findByText("New")).toBeTruthy();
});

it("how many are new, changed and gone is counted, and each narrows the list", async () => {
  const { user, asked } = open("?since=2026-03-31");
  await user.click(await press("1 removed"));
  await expect.poll(address).toBe("/records/contact?since=2026-03-31&part=gone");
  await expect
    .poll(() =>
      asked.some(
        ({ query }) =>
          query.as_of === "2026-03-31" && query.limit !== "1" && query.filter?.includes("!asof("),
      ),
    )
    .toBe(true);
  const parts = within(screen.getByRole("group", { name: "Changes" }));
  await user.click(parts.getByRole("button", { name: "All" }));
  await expect.poll(address).toBe("/records/contact?since=2026-03-31");
  await user.click(await press("Show the data of that day"));
  await expect.poll(address).toBe("/records/contact?as_of=2026-03-31");
  await user.click(await press("Back to today"));
  await expect.poll(address).toBe("/records/contact");
});

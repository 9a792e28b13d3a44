import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { aggregateRecords, createRecord } from "../../../shared/wire/records.contract.ts";
import { address, fill, keeps, showPage } from "../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../testing/screens/stand-in.ts";
import { idNo } from "../../../testing/screens/world.ts";

const CNY = (amount: string) => ({ amount, currency: "CNY" });
const groups = [
  { key: { stage: "proposal" }, values: [2, CNY("2500000")] },
  { key: { stage: "discovery" }, values: [4, CNY("100000")] },
];

function open(query: string, first: unknown = null) {
  keeps("view", []);
  let fails = first !== null;
  const asked = answers(aggregateRecords, ({ body }) => {
    if (!fails || !body.group_by) return { groups };
    fails = false;
    return refusal(500, "internal");
  });
  keeps("opportunity", []);
  return { user: showPage(`/records/opportunity${query}`), asked };
}
const filter = () => new URLSearchParams(address().split("?")[1]).get("filter") ?? "";

it("the chart of deals says what they come to, by stage, and each bar leads to its deals in a list", async () => {
  const { user, asked } = open(`?scene=all&view=chart&filter=${encodeURIComponent("amount > 3")}`);
  expect(await screen.findByText("6 records, ¥2.6M in total")).toBeTruthy();
  expect(asked[0]?.body).toMatchObject({
    filter: "amount > 3",
    group_by: [{ field: "stage" }],
    measures: [{ fn: "count" }, { fn: "sum", field: "amount" }],
  });
  const bars = within(screen.getByRole("list", { name: "By Stage" })).getAllByRole("link");
  expect(bars.map((bar) => bar.firstElementChild?.textContent)).toEqual([
    "Discovery, Records 4, Amount ¥100K · ¥100,000",
    "Proposal, Records 2, Amount ¥2.5M · ¥2,500,000",
  ]);
  await user.click(bars[1]!);
  await expect.poll(filter).toBe('amount > 3 && stage == "proposal"');
  expect(address()).toContain("view=list");
});

it("how many there are is the other measure, in the address, and kept in a view with the grouping", async () => {
  const { user, asked } = open("?scene=all&view=chart&group=stage");
  const made = answers(createRecord, { data: { id: idNo(71) }, abilities: { update: true, delete: true } });
  await user.click(await screen.findByRole("button", { name: "Count" }));
  await expect.poll(address).toContain("measure=count");
  await expect.poll(() => asked.at(-1)?.body.measures).toEqual([{ fn: "count" }]);
  await user.click(screen.getByRole("button", { name: "Save as view" }));
  const dialog = within(await screen.findByRole("dialog"));
  await fill(user, dialog.getByLabelText(/^View name/), "By stage");
  await user.click(dialog.getByRole("button", { name: "Save" }));
  await expect
    .poll(() => made[0]?.body)
    .toMatchObject({ kind: "chart", group_by: "stage", measure: "count", name: "By stage" });
});

it("it shows a day of the past like the list does, and one that failed is asked for again", async () => {
  const { user, asked } = open("?scene=all&view=chart&as_of=2026-06-30", "failing");
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByText("6 records, ¥2.6M in total")).toBeTruthy();
  expect(asked.at(-1)?.body.as_of).toBe("2026-06-30");
});

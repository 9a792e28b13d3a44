import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { keepPreferences } from "../../../../../shared/wire/session.contract.ts";
import { address, show, type Showing } from "../../../../../testing/screens/show.tsx";
import { answers } from "../../../../../testing/screens/stand-in.ts";
import { personOf } from "../../../../../testing/screens/world.ts";
import { HelpStage } from "../HelpStage.tsx";
import { showHelp } from "../help-state.ts";
import { roleOf } from "./role-of.ts";
import { type Role, STOPS } from "./tour-stops.ts";

function open(role: Role, showing: Showing = {}) {
  showHelp({ tour: role, panel: null });
  const kept = answers(keepPreferences, ({ body }) => ({ data: body }));
  return { hand: show(<HelpStage />, showing), kept };
}
const card = async () => within(await screen.findByRole("dialog"));

it("goes from stop to stop by the keyboard, each on its page, and is remembered", async () => {
  const { hand, kept } = open("administrator", { me: { preferences: { tours_taken: { seller: true } } } });
  expect((await card()).getByText("1 of 6")).toBeTruthy();
  await hand.keyboard("{ArrowRight}");
  await expect.poll(address).toBe("/settings/people");
  expect((await card()).getByText("Invite colleagues")).toBeTruthy();
  await hand.keyboard("{ArrowLeft}{ArrowRight}{ArrowRight}");
  await expect.poll(address).toBe("/settings/pipelines");
  await hand.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}");
  await hand.click((await card()).getByRole("button", { name: "Start working" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  await expect
    .poll(() => kept.map(({ body }) => body))
    .toEqual([{ tours_taken: { seller: true, administrator: true } }]);
});

it("can be passed over at any stop, on a phone too", async () => {
  const { hand, kept } = open("seller", { width: 390, role: "seller", language: "zh-CN" });
  await hand.click((await card()).getByRole("button", { name: "跳过" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  await expect.poll(() => kept).toHaveLength(1);
});

it("each role has five or six stops, and gets its own", () => {
  for (const stops of Object.values(STOPS)) expect([5, 6]).toContain(stops.length);
  expect(["administrator", "sales_manager", "seller"].map((role) => roleOf(personOf(role)))).toEqual([
    "administrator",
    "manager",
    "seller",
  ]);
});

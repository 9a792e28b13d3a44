import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { addDays } from "../../../../shared/time/dates.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { keeps, show } from "../../../../testing/screens/show.tsx";
import { idNo, objectInfo } from "../../../../testing/screens/world.ts";
import { ICON_PATHS } from "../../../../ui/kit/icon-paths.ts";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { DueDeals, SlippedDeals, StillDeals } from "./DealList.tsx";
import { figure, homeDeals } from "../../../../testing/screens/home-deals.ts";

const mine = { whose: "mine", filter: "owner == me()" } as const;
const deal = (number: number, more: Values): Values => ({
  id: idNo(number),
  name: `Deal ${number}`,
  stage: "needs",
  stage_entered_at: "2026-11-20T00:00:00Z",
  ...more,
});
const allOf = () => {
  const link = screen.getByRole("link", { name: "See all" }).getAttribute("href") ?? "";
  const query = new URLSearchParams(link.split("?")[1]);
  return [query.get("scene"), query.get("filter"), query.get("sort")];
};

it("what slipped stands apart, marked, with how much it is", async () => {
  homeDeals({ slipped: figure(42, "32000000") });
  const asked = keeps("opportunity", [deal(1, { close_date: addDays(todayText(), -2) })]);
  show(<SlippedDeals object={objectInfo("opportunity")} scope={mine} />);
  const row = (await screen.findByText("Deal 1")).closest("li");
  expect(row?.querySelector(`path[d="${ICON_PATHS.warning}"]`)).toBeTruthy();
  expect(await screen.findByText("42 · ¥32M")).toBeTruthy();
  expect(asked[0]?.query).toMatchObject({ sort: "-amount", limit: "4" });
  expect(allOf()).toEqual([
    "all",
    `(owner == me()) && (stage_type == "open" && close_date < today())`,
    "-amount",
  ]);
});

it("what is due this month is none of what slipped", async () => {
  homeDeals();
  const asked = keeps("opportunity", [deal(2, { close_date: addDays(todayText(), 2) })]);
  show(<DueDeals object={objectInfo("opportunity")} scope={mine} />);
  const row = (await screen.findByText("Deal 2")).closest("li");
  expect(row?.querySelector(`path[d="${ICON_PATHS.warning}"]`)).toBeNull();
  expect(asked[0]?.query.filter).toContain("close_date >= today()");
});

it("nothing to close is said, without a way to nothing", async () => {
  homeDeals();
  keeps("opportunity", []);
  show(<DueDeals object={objectInfo("opportunity")} scope={mine} />);
  expect(await screen.findByText("No deals due to close this month")).toBeTruthy();
  expect(screen.queryByRole("link", { name: "See all" })).toBeNull();
});

it("what stands still is listed by how long, with the way to all of the same people", async () => {
  homeDeals();
  const asked = keeps("opportunity", [deal(1, {})]);
  show(<StillDeals object={objectInfo("opportunity")} scope={mine} />);
  expect(await screen.findByText("Deal 1")).toBeTruthy();
  expect(allOf()).toEqual(["all", `(owner == me()) && (stall_level == "red")`, "stage_entered_at"]);
  expect(asked[0]?.query).toMatchObject({ sort: "stage_entered_at", limit: "5" });
});

it("of everybody the list needs no further condition", async () => {
  homeDeals();
  keeps("opportunity", [deal(1, {})]);
  show(<StillDeals object={objectInfo("opportunity")} scope={{ whose: "all", filter: "" }} />);
  expect(await screen.findByText("Deal 1")).toBeTruthy();
  expect(allOf()[1]).toBe(`stall_level == "red"`);
});

import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { addDays } from "../../../../shared/time/dates.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { keeps, show } from "../../../../testing/screens/show.tsx";
import { idNo, objectInfo } from "../../../../testing/screens/world.ts";
import { ICON_PATHS } from "../../../../ui/kit/icon-paths.ts";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { ClosingDeals, StillDeals } from "./DealList.tsx";

const mine = { whose: "mine", filter: "owner == me()" } as const;

const deal = (number: number, more: Values): Values => ({
  id: idNo(number),
  name: `Deal ${number}`,
  stage: "needs",
  stage_entered_at: "2026-11-20T00:00:00Z",
  ...more,
});

it("a deal that should have closed by now is marked, one of this month is not", async () => {
  const asked = keeps("opportunity", [
    deal(1, { close_date: addDays(todayText(), -2) }),
    deal(2, { close_date: addDays(todayText(), 2) }),
  ]);
  show(<ClosingDeals object={objectInfo("opportunity")} scope={mine} />);
  const late = async (text: string) =>
    (await screen.findByText(text)).closest("li")?.querySelector(`path[d="${ICON_PATHS.warning}"]`) !== null;
  expect([await late("Deal 1"), await late("Deal 2")]).toEqual([true, false]);
  expect(asked[0]?.query).toMatchObject({ sort: "close_date", limit: "6" });
  expect(asked[0]?.query.filter).toContain("close_date <= date(");
});

it("nothing to close is said", async () => {
  keeps("opportunity", []);
  show(<ClosingDeals object={objectInfo("opportunity")} scope={mine} />);
  expect(await screen.findByText("No deals due to close this month")).toBeTruthy();
});

it("what stands still is listed by how long, with the way to all of the same people", async () => {
  const asked = keeps("opportunity", [deal(1, {})]);
  show(<StillDeals object={objectInfo("opportunity")} scope={mine} />);
  expect(await screen.findByText("Deal 1")).toBeTruthy();
  const all = screen.getByRole("link", { name: "All stalled deals" }).getAttribute("href") ?? "";
  expect(decodeURIComponent(all)).toBe("/records/opportunity?scene=stalled&filter=owner == me()");
  expect(asked[0]?.query).toMatchObject({ sort: "stage_entered_at", limit: "8" });
});

it("of everybody the list needs no condition", async () => {
  keeps("opportunity", []);
  show(<StillDeals object={objectInfo("opportunity")} scope={{ whose: "all", filter: "" }} />);
  expect(await screen.findByText("No stalled deals")).toBeTruthy();
  expect(screen.getByRole("link", { name: "All stalled deals" }).getAttribute("href")).toBe(
    "/records/opportunity?scene=stalled",
  );
});

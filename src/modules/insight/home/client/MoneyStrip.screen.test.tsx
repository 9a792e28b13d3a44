import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../../../testing/screens/show.tsx";
import { objectInfo } from "../../../../testing/screens/world.ts";
import type { HomeDeals } from "../shared/home.contract.ts";
import { MoneyStrip } from "./MoneyStrip.tsx";
import { figure, homeDeals } from "../../../../testing/screens/home-deals.ts";

function open(told: Partial<HomeDeals>) {
  const asked = homeDeals(told);
  show(<MoneyStrip object={objectInfo("opportunity")} scope={{ whose: "mine", filter: "owner == me()" }} />);
  return asked;
}
const text = async (name: RegExp) => (await screen.findByRole("link", { name })).textContent;

it("each figure says what it comes to, against last month, and opens what it is made of", async () => {
  const asked = open({
    won: figure(3, "600000"),
    won_same_day: figure(2, "400000"),
    won_last_month: figure(5, "2000000"),
    commit: figure(2, "900000"),
  });
  expect(await text(/Won this month/)).toBe("Won this month¥600KUp 50% on this day last month");
  expect(await text(/Commit/)).toBe("Commit¥900K2 deals");
  expect(await text(/Short of last month/)).toBe("Short of last month¥500KLast month ¥2M");
  const filters = screen
    .getAllByRole("link")
    .map((link) => new URLSearchParams(link.getAttribute("href")?.split("?")[1]).get("filter"));
  expect(filters.map((filter) => filter?.includes("owner == me()"))).toEqual([true, true, true]);
  expect(filters[1]).toContain('forecast_category == "commit"');
  expect(asked[0]?.query).toEqual({ whose: "mine" });
});

it("what is beyond last month is no gap", async () => {
  open({ won: figure(1, "900"), commit: figure(1, "200"), won_last_month: figure(1, "1000") });
  expect(await text(/Ahead of last month/)).toBe("Ahead of last month¥100Last month ¥1K");
});

it("a month after one without a deal is not measured by it", async () => {
  open({ won: figure(1, "900") });
  expect(await text(/Short of last month/)).toBe("Short of last month—No deals won last month");
  expect(await text(/Won this month/)).toContain("None by then last month");
});

it("who may not read amounts is told numbers of deals", async () => {
  open({
    won: { count: 3, sum: null },
    commit: { count: 1, sum: null },
    won_same_day: { count: 9, sum: null },
  });
  expect(await text(/Won this month/)).toBe("Won this month3 deals3 deals");
  expect(await text(/Commit/)).toBe("Commit1 deal1 deal");
});

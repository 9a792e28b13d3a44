import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { objectInfo, PIPELINE } from "../../../../testing/screens/world.ts";
import { readHomeDeals, type StageFigure } from "../shared/home.contract.ts";
import { WHOSE_FILTERS, type Whose } from "../shared/scope.ts";
import { DealsByStage } from "./DealsByStage.tsx";
import { figure, homeDeals, NOTHING } from "../../../../testing/screens/home-deals.ts";

const at = (stage: string, count: number, amount: string, currency = "CNY"): StageFigure => ({
  pipeline: PIPELINE,
  stage,
  ...figure(count, amount, currency),
});
function open(whose: Whose = "mine", { role = "administrator" }: Showing = {}) {
  const scope = { whose, filter: WHOSE_FILTERS[whose] };
  return show(<DealsByStage object={objectInfo("opportunity", role)} scope={scope} />, { role });
}
const bars = async () => {
  const list = within(await screen.findByRole("list"));
  return list.getAllByRole("link").map((link) => [link.textContent, link.style.getPropertyValue("--share")]);
};

it("stands in the order of the stages, each as long as what it is worth", async () => {
  homeDeals({
    open: figure(5, "170000"),
    stages: [at("proposal", 1, "120000"), at("discovery", 4, "30000")],
  });
  open();
  expect(await bars()).toEqual([
    ["Discovery¥30K4", "25%"],
    ["Proposal¥120K1", "100%"],
  ]);
  expect(screen.getByText("5 · ¥170K")).toBeTruthy();
});

it("of several currencies the bars go by number", async () => {
  homeDeals({ stages: [at("discovery", 4, "100000", "EUR"), at("needs", 1, "500000")] });
  open();
  expect(await bars()).toEqual([
    ["Discovery€100K4", "100%"],
    ["Needs analysis¥500K1", "25%"],
  ]);
});

it("who may not read amounts sees how many there are", async () => {
  homeDeals({
    open: { count: 4, sum: null },
    stages: [{ pipeline: null, stage: "discovery", count: 4, sum: null }],
  });
  open();
  expect(await bars()).toEqual([["Discovery4", "100%"]]);
  expect(screen.getByText("4 deals")).toBeTruthy();
});

it("a bar leads to the deals of its stage, of the same people", async () => {
  homeDeals({ stages: [at("needs", 1, "1")] });
  open("subordinates");
  const bar = await screen.findByRole("link", { name: /Needs/ });
  const query = new URLSearchParams(bar.getAttribute("href")?.split("?")[1]);
  expect([query.get("scene"), query.get("filter")]).toEqual([
    "all",
    `(department in mysubtree()) && (stage_type == "open" && stage == "needs" && pipeline == "${PIPELINE}")`,
  ]);
});

it("none yet: whoever may begins one; who only reads is not told to", async () => {
  homeDeals();
  open();
  expect(await screen.findByText("You have no open deals")).toBeTruthy();
  expect(screen.getByRole("link", { name: "New opportunity" }).getAttribute("href")).toBe(
    "/records/opportunity?new=1",
  );
});

it("of others it says so, without a way to begin for who only reads", async () => {
  homeDeals();
  open("all", { role: "read_only" });
  expect(await screen.findByText("No open deals")).toBeTruthy();
  expect(screen.queryByRole("link", { name: "New opportunity" })).toBeNull();
});

it("a failure is told, and asked again it is there", async () => {
  answers(
    readHomeDeals,
    inTurn(refusal(500, "internal"), { data: { ...NOTHING, stages: [at("needs", 1, "1")] } }),
  );
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: /Needs/ })).toBeTruthy();
});

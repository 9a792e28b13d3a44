import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { aggregateRecords } from "../../../../shared/wire/records.contract.ts";
import { show, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { objectInfo } from "../../../../testing/screens/world.ts";
import { DealsByStage } from "./DealsByStage.tsx";

const money = (amount: string, currency: string) => ({ amount, currency });
const group = (stage: string, count: number, amount: string, currency = "CNY") => ({
  key: { stage },
  values: [count, money(amount, currency)],
});
function open(whose: "mine" | "all" = "mine", { role = "administrator" }: Showing = {}) {
  const filter = whose === "mine" ? "owner == me()" : "";
  return show(<DealsByStage object={objectInfo("opportunity", role)} scope={{ whose, filter }} />, { role });
}
const links = async () => {
  const list = within(await screen.findByRole("list"));
  return list.getAllByRole("link").map((link) => [link.textContent, link.style.getPropertyValue("--share")]);
};

it("stands in the order of the stages, each as long as its share of the fullest", async () => {
  answers(aggregateRecords, { groups: [group("proposal", 1, "50000"), group("discovery", 4, "120000")] });
  open();
  expect(await links()).toEqual([
    ["Discovery4¥120K", "100%"],
    ["Proposal1¥50K", "25%"],
  ]);
  expect(screen.getByText("5 · ¥170K")).toBeTruthy();
});

it("a stage in another currency is worth that; what they are worth together the server says", async () => {
  const groups = [group("discovery", 1, "100000", "EUR"), group("needs", 1, "50000", "CNY")];
  const asked = answers(aggregateRecords, ({ body }) =>
    body.group_by ? { groups } : { groups: [{ key: {}, values: [money("830000", "CNY")] }] },
  );
  open();
  expect(await screen.findByText("2 · ¥830K")).toBeTruthy();
  expect((await links())[0]?.[0]).toBe("Discovery1€100K");
  expect(asked.at(-1)?.body).toMatchObject({ filter: expect.stringContaining("owner == me()") });
});

it("of one currency, be it another one, they are added as they stand and nobody is asked", async () => {
  const groups = [group("discovery", 1, "100000.10", "EUR"), group("needs", 1, "100000.20", "EUR")];
  const asked = answers(aggregateRecords, { groups });
  open();
  expect(await screen.findByText("2 · €200K")).toBeTruthy();
  expect(asked).toHaveLength(1);
});

it("a bar leads to the deals of its stage, of the same people", async () => {
  answers(aggregateRecords, { groups: [group("needs", 1, "1")] });
  open("all");
  const bar = await screen.findByRole("link", { name: /Needs/ });
  const query = new URLSearchParams(bar.getAttribute("href")?.split("?")[1]);
  expect([query.get("scene"), query.get("filter")]).toEqual([
    "all",
    `stage_type == "open" && stage == "needs"`,
  ]);
});

it("none yet: whoever may begins one; who only reads is not told to", async () => {
  answers(aggregateRecords, { groups: [] });
  open();
  expect(await screen.findByText("You have no open deals")).toBeTruthy();
  expect(screen.getByRole("link", { name: "New opportunity" }).getAttribute("href")).toBe(
    "/records/opportunity?new=1",
  );
});

it("of others it says so, without a way to begin for who only reads", async () => {
  answers(aggregateRecords, { groups: [] });
  open("all", { role: "read_only" });
  expect(await screen.findByText("No open deals")).toBeTruthy();
  expect(screen.queryByRole("link", { name: "New opportunity" })).toBeNull();
});

it("a failure is told, and asked again it is there", async () => {
  answers(aggregateRecords, inTurn(refusal(500, "internal"), { groups: [group("needs", 1, "1")] }));
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("link", { name: /Needs/ })).toBeTruthy();
});

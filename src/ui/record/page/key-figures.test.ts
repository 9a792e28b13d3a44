import { expect, it } from "vitest";
import { objectInfo } from "../../../testing/screens/world.ts";
import { headFields } from "./key-figures.ts";
import { recordSections } from "./record-sections.ts";

const names = (object: string, record: Record<string, string>) =>
  headFields(objectInfo(object), record).map(({ name }) => name);

it("the head of a deal has its account, three figures and its owner", () => {
  expect(names("opportunity", { account: "a", owner: "u", amount: "1", close_date: "2026-12-18" })).toEqual([
    "account",
    "amount",
    "close_date",
    "probability",
    "owner",
  ]);
});

it("figures that are filled in go before those that are empty, and never more than three", () => {
  const shown = names("account", { won_amount: "5", employees: "20" });
  expect(shown.slice(0, 2)).toEqual(["won_amount", "employees"]);
  expect(shown).toHaveLength(4);
});

it("a field that may not be seen is no figure, and what has no owner of its own shows none", () => {
  const deal = objectInfo("opportunity");
  const amount = deal.byName["amount"];
  if (!amount) throw new Error("Deals have no amount");
  const hidden = { ...deal, byName: { ...deal.byName, amount: { ...amount, right: "hidden" as const } } };
  expect(headFields(hidden, { amount: "1" }).map(({ name }) => name)).not.toContain("amount");
  expect(names("product", { list_price: "1" })).not.toContain("owner");
});

it("what stands in the head or is not visible stands in no section, and empty sections are left out", () => {
  const deal = objectInfo("opportunity");
  const elsewhere = new Set(["name", "amount", "account"]);
  const sections = recordSections(deal, elsewhere, ({ name }) => !name.startsWith("lost_"));
  const fields = sections.flatMap((section) => section.fields.map(({ name }) => name));
  expect(fields).not.toEqual(expect.arrayContaining(["amount"]));
  expect(fields.filter((name) => name.startsWith("lost_"))).toEqual([]);
  expect(new Set(fields).size).toBe(fields.length);
  expect(sections.at(-1)?.key).toBe("system");
  expect(recordSections(deal, elsewhere, () => false)).toEqual([]);
});

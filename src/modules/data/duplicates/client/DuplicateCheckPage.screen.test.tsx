import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { type Duplicate, findDuplicates } from "../../../../shared/wire/duplicates.contract.ts";
import { fill, showPage } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";

const seen: Duplicate = {
  object: "account",
  id: idNo(90),
  title: "Henrun Instruments",
  owner_name: "Zhao Min",
  in_pool: false,
  kind: "similar",
  score: 0.92,
  exact: false,
  reason: "Nearly the same name",
  action: "warn",
};
const unseen: Duplicate = { ...seen, id: null, title: "H***", owner_name: null, in_pool: true };

it("what exists is found while one types: whose it is, why, and how alike", async () => {
  const asked = answers(findDuplicates, { data: [seen, unseen] });
  const user = showPage("/duplicates");
  await fill(user, await screen.findByLabelText("Account name"), "Henrun");
  const row = await screen.findByRole("row", { name: /Henrun Instruments/ });
  expect(row.textContent).toContain("Zhao Min");
  expect(row.textContent).toContain("92%");
  expect(asked.at(-1)?.body.values).toEqual({ name: "Henrun" });
});

it("a record out of sight is no link, and one of nobody says so", async () => {
  answers(findDuplicates, { data: [seen, unseen] });
  const user = showPage("/duplicates");
  await fill(user, await screen.findByLabelText("Account name"), "Henrun");
  const row = await screen.findByRole("row", { name: /H\*\*\*/ });
  expect(row.querySelector("a")).toBeNull();
  expect(row.textContent).toContain("Unassigned");
});

it("where nothing is alike, only who may create is offered to", async () => {
  answers(findDuplicates, { data: [] });
  const user = showPage("/duplicates", { role: "read_only" });
  await fill(user, await screen.findByLabelText("Account name"), "Henrun");
  expect(await screen.findByText("No identical or similar records found")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "New Account" })).toBeNull();
});

import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { type Duplicate, findDuplicates } from "../../../../shared/wire/duplicates.contract.ts";
import { createRecord, changeRecord } from "../../../../shared/wire/records.contract.ts";
import { choose, fill, keeps, showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";

const rule = {
  id: idNo(60),
  object: "account",
  kind: "similar",
  action: "warn",
  least: 70,
  version: 1,
};
const henrun: Duplicate = {
  object: "account",
  id: idNo(90),
  title: "Henrun Instruments",
  owner_name: "Zhao Min",
  in_pool: false,
  kind: "similar",
  score: 0.92,
  exact: false,
  reason: "Nearly the same name",
  action: "block",
};
const abilities = { update: true, delete: true };
const open = () => {
  keeps("duplicate_rule", [rule]);
  return showPage("/settings/duplicate-rules");
};
const rowOf = (name: string) => screen.findByRole("row", { name: new RegExp(`^${name}`) });

it("each kind of likeness stands with the fields that are compared; what is not written down gives a hint", async () => {
  open();
  const phone = await rowOf("Phone number");
  expect(phone.textContent).toContain("Show a warning");
  expect((await rowOf("Similar name")).textContent).toContain("Account name");
  // Codes are the same or not: there are no degrees.
  expect(within(await rowOf("Credit code")).queryByRole("spinbutton")).toBeNull();
});

it("a rule that was not written down is made", async () => {
  const made = answers(
    createRecord,
    { data: { ...rule, kind: "phone" }, abilities },
    { object: "duplicate_rule" },
  );
  const user = open();
  await rowOf("Phone number");
  await choose(user, screen.getByRole("combobox", { name: "Phone number: action" }), "Don’t allow saving");
  await expect
    .poll(() => made.map(({ body }) => body))
    .toEqual([expect.objectContaining({ object: "account", kind: "phone", action: "block" })]);
});

it("one that is there is changed, and it is said that it holds at once", async () => {
  const changed = answers(changeRecord, { data: rule, abilities }, { object: "duplicate_rule" });
  const user = open();
  await rowOf("Similar name");
  await choose(user, screen.getByRole("combobox", { name: "Similar name: action" }), "Don’t check");
  await expect.poll(() => changed.map(({ params }) => params.id)).toEqual([rule.id]);
  expect(changed[0]?.body).toMatchObject({ action: "off" });
  expect((await screen.findAllByText("Rule saved; it applies immediately")).length).toBeGreaterThan(0);
});

it("a likeness is written once one has left the field, not while one types", async () => {
  const changed = answers(changeRecord, { data: rule, abilities }, { object: "duplicate_rule" });
  const user = open();
  await rowOf("Similar name");
  const least = screen.getByLabelText("Similar name: minimum similarity");
  await user.clear(least);
  await user.type(least, "85");
  expect(changed).toHaveLength(0);
  await user.tab();
  await expect.poll(() => changed.map(({ body }) => body)).toEqual([expect.objectContaining({ least: 85 })]);
});

it("a rule that the server refuses is told in its words", async () => {
  answers(changeRecord, refusal(403, "forbidden", { detail: "You may not change rules" }), {
    object: "duplicate_rule",
  });
  const user = open();
  await rowOf("Similar name");
  await choose(user, screen.getByRole("combobox", { name: "Similar name: action" }), "Don’t check");
  expect(await screen.findByText("You may not change rules")).toBeTruthy();
});

it("what the rules make of a company can be tried out; nothing found is said once one has stopped typing", async () => {
  const asked = answers(findDuplicates, ({ body }) => ({
    data: body.values["name"] === "Henrun" ? [henrun] : [],
  }));
  const user = open();
  const tryOut = within(await screen.findByRole("region", { name: "Try it out" }));
  await fill(user, await tryOut.findByLabelText("Account name"), "Henrun");
  expect((await tryOut.findByRole("row", { name: /Henrun Instruments/ })).textContent).toContain(
    "Can’t be saved",
  );
  await fill(user, tryOut.getByLabelText("Account name"), "Somebody else");
  expect(await tryOut.findByText("The current rules find nothing; it can be saved")).toBeTruthy();
  expect(asked.every(({ body }) => !("phone" in body.values))).toBe(true);
});

it("the rules of another object are shown when it is chosen", async () => {
  const user = open();
  await rowOf("Credit code");
  await user.click(screen.getByText("Contact"));
  expect(await rowOf("Email")).toBeTruthy();
  expect(screen.queryByRole("row", { name: /^Credit code/ })).toBeNull();
});

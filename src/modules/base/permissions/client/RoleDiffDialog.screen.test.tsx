import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { label } from "../../../../shared/i18n/label.ts";
import { show, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, type Given, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import { diffRights, type ObjectDiff, type RoleDiff } from "../shared/role-diff.contract.ts";
import { RoleDiffDialog } from "./RoleDiffDialog.tsx";

const NOTHING: RoleDiff = {
  holders: 1234,
  checked: 1234,
  complete: true,
  unknown: [],
  objects: [],
  create: [],
  fields: [],
  abilities: [],
};
const contacts: ObjectDiff = {
  object: "contact",
  action: "read",
  people_gaining: 3,
  people_losing: 0,
  records_gained: 1200,
  records_lost: 0,
  people: [1, 2, 3, 4].map((number) => ({
    id: idNo(number),
    name: `Person ${number}`,
    gained: 1000 * number,
    lost: 0,
  })),
  samples: {
    gained: [
      { id: idNo(40), title: "Wang Li" },
      { id: idNo(41), title: null },
    ],
    lost: [],
  },
};
const never = <T,>(): Promise<T> => new Promise(() => undefined);
type Answer = Given<typeof diffRights> | Promise<Given<typeof diffRights>>;

function open(named: Answer, all: Answer = named, showing: Showing = {}) {
  const asked = answers(diffRights, ({ body }) => Promise.resolve(body.part === "named" ? named : all));
  const [onSave, onClose] = [vi.fn(), vi.fn()];
  const rights = { objects: { contact: { read: "all" } } };
  const user = show(
    <RoleDiffDialog
      role={idNo(91)}
      name="Seller"
      rights={rights}
      busy={false}
      onSave={onSave}
      onClose={onClose}
    />,
    { objects: ["contact", "account"], ...showing },
  );
  return { user, asked, onSave, onClose };
}
const dialog = async () => within(await screen.findByRole("dialog", { name: "Effect of saving “Seller”" }));

it("the quick part is asked first, then the whole, both of the rights as they would be", async () => {
  const { asked } = open({ data: NOTHING });
  expect(await (await dialog()).findByText("No one gains or loses access.")).toBeTruthy();
  expect(asked.map(({ body }) => body)).toEqual(
    ["named", "all"].map((part) => ({
      role: idNo(91),
      rights: { objects: { contact: { read: "all" } } },
      part,
    })),
  );
});

it("what is known is read while the rest is still counted, and is not taken for all", async () => {
  open({ data: NOTHING }, never());
  const inside = await dialog();
  expect(await inside.findByText(/^Counting records that follow others/)).toBeTruthy();
  expect(inside.getByText(/^1,234 active people have this role/)).toBeTruthy();
  expect(inside.queryByText("No one gains or loses access.")).toBeNull();
  expect(inside.getByRole("button", { name: "Save" }).hasAttribute("disabled")).toBe(false);
});

it("saving waits for the answer, unless somebody says that they do not", async () => {
  const { user, onSave } = open(never());
  const inside = await dialog();
  expect(inside.getByRole("button", { name: "Save" }).hasAttribute("disabled")).toBe(true);
  await user.click(inside.getByRole("button", { name: "Save without waiting" }));
  expect(onSave).toHaveBeenCalledOnce();
});

it("a failure is told, and it can still be saved without", async () => {
  const { user, onSave, onClose } = open(refusal(404, "not_found", { detail: "The role is gone" }));
  const inside = await dialog();
  expect(await inside.findByText("The role is gone")).toBeTruthy();
  await user.click(inside.getByRole("button", { name: "Cancel" }));
  expect(onClose).toHaveBeenCalledOnce();
  await user.click(inside.getByRole("button", { name: "Save without waiting" }));
  expect(onSave).toHaveBeenCalledOnce();
});

it("who gains and loses which records is told by object and action, those touched most by name", async () => {
  const lost = {
    ...contacts,
    object: "account",
    action: "update",
    people_gaining: 0,
    people_losing: 1,
    records_lost: 1,
    people: [{ id: idNo(5), name: "Chen", gained: 0, lost: 1 }],
    samples: { gained: [], lost: [{ id: idNo(42), title: "Harbour Ltd" }] },
  } as const;
  open({
    data: {
      ...NOTHING,
      objects: [
        contacts,
        { ...lost, samples: { gained: [], lost: [...lost.samples.lost] }, people: [...lost.people] },
      ],
    },
  });
  const table = within(await (await dialog()).findByRole("table", { name: "Records" }));
  const [, first, second] = table.getAllByRole("row");
  if (!first || !second) throw new Error("Two rows were expected");
  expect(within(first).getByText("Contact · view")).toBeTruthy();
  expect(within(first).getByText("People: 3, +1,200 records")).toBeTruthy();
  expect(within(first).getByText("Wang Li, (a record you can’t see)")).toBeTruthy();
  expect(within(first).getByText("Person 3 +3,000")).toBeTruthy();
  expect(within(first).queryByText(/Person 4/), "three at most").toBeNull();
  expect(within(second).getByText("People: 1, −1 record")).toBeTruthy();
  expect(within(second).getByText("Chen −1")).toBeTruthy();
  expect(second.textContent).not.toContain("+");
});

it("creating, fields and abilities have a line each", async () => {
  open({
    data: {
      ...NOTHING,
      create: [
        { object: "contact", gaining: 2, losing: 0 },
        { object: "account", gaining: 0, losing: 1 },
      ],
      fields: [
        { object: "contact", field: "mobile", before: "edit", after: "mask", people: 7 },
        { object: "contact", field: "title", before: "hidden", after: "read", people: 1 },
      ],
      abilities: [
        { ability: "record.export", label: label("导出", "Export records"), gaining: 4, losing: 0 },
        { ability: "people.manage", label: label("管理成员", "Manage people"), gaining: 0, losing: 5000 },
      ],
    },
  });
  const lines = (await (await dialog()).findAllByRole("listitem")).map(({ textContent }) => textContent);
  expect(lines).toEqual([
    "2 can now create “Contact”",
    "1 can no longer create “Account”",
    "Field “Mobile” of Contact: editable → masked (people: 7)",
    "Field “Job title” of Contact: hidden → read only (people: 1)",
    "4 gain the permission “Export records”",
    "5,000 lose the permission “Manage people”",
  ]);
});

it("what could not be counted in time is named, and is not called nothing", async () => {
  open({ data: { ...NOTHING, complete: false, checked: 500, unknown: ["contact", "boat_c"] } });
  const inside = await dialog();
  expect(await inside.findByText(/^Only 500 of 1,234 people were counted/)).toBeTruthy();
  expect(inside.getByText(/Not counted: Contact, boat_c/)).toBeTruthy();
  expect(inside.queryByText("No one gains or loses access.")).toBeNull();
});

it("is told in Chinese to who reads Chinese", async () => {
  open({ data: { ...NOTHING, objects: [contacts] } }, undefined, { language: "zh-CN" });
  expect(await screen.findByText("3 人 +1,200 条")).toBeTruthy();
  expect(screen.getByText("Wang Li、（你看不到的记录）")).toBeTruthy();
});

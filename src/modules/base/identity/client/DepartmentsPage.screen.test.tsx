import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { createRecord, deleteRecord } from "../../../../shared/wire/records.contract.ts";
import { fill, keeps, show, showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, LI_NA } from "../../../../testing/screens/world.ts";
import { DepartmentsPage } from "./DepartmentsPage.tsx";

const link = (object: string, id: string) => ({ object, id });
const company = { id: idNo(1), name: "Company", parent: null, active: true, version: 1 };
const sales = {
  id: idNo(2),
  name: "Sales",
  parent: link("department", idNo(1)),
  head: link("user", LI_NA),
  titles: { head: "Li Na" },
  active: true,
  version: 1,
};
const old = { id: idNo(3), name: "Old", parent: link("department", idNo(1)), active: false, version: 1 };

function open(records: Parameters<typeof keeps>[1] = [sales, old, company]) {
  keeps("department", records);
  keeps("user", []);
  return showPage("/settings/departments");
}
const item = async (name: RegExp) => within(await screen.findByRole("treeitem", { name }));

it("departments stand below their parents, whatever the order they came in, with their head", async () => {
  open();
  await item(/Company/);
  const items = screen.getAllByRole("treeitem");
  expect(items.map((one) => one.getAttribute("aria-level"))).toEqual(["1", "2", "2"]);
  expect(items[0]?.textContent).toContain("Company");
  const found = screen.getByRole("treeitem", { name: /Sales/ });
  expect(found.textContent).toContain("Li Na");
});

it("one that is no longer used says so", async () => {
  open();
  expect((await item(/Old/)).getByText("Inactive")).toBeTruthy();
  expect((await item(/Sales/)).queryByText("Inactive")).toBeNull();
});

it("a company without any is told what they are for", async () => {
  open([]);
  expect(await screen.findByText("No departments yet")).toBeTruthy();
});

it("whoever may only read is offered nothing to change", async () => {
  keeps("department", [company, sales]);
  show(<DepartmentsPage />, { role: "seller" });
  await item(/Sales/);
  for (const name of ["Add department", "Add sub-department", "Edit", "Delete"])
    expect(screen.queryByRole("button", { name }), name).toBeNull();
});

it("one is deleted only after a second question", async () => {
  const gone = answers(deleteRecord, undefined, { object: "department" });
  const user = open();
  await user.click((await item(/Old/)).getByRole("button", { name: "Delete" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Delete the department “Old”?" }));
  expect(gone).toHaveLength(0);
  await user.click(dialog.getByRole("button", { name: "Delete" }));
  await expect.poll(() => gone.map(({ params }) => params.id)).toEqual([idNo(3)]);
});

it("one that people still sit in stays, and the reason is told", async () => {
  answers(deleteRecord, refusal(422, "invalid", { detail: "Still used by 3 people" }), {
    object: "department",
  });
  const user = open();
  await user.click((await item(/Sales/)).getByRole("button", { name: "Delete" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Delete" }));
  expect(await screen.findByText("Still used by 3 people")).toBeTruthy();
  expect(screen.getByRole("treeitem", { name: /Sales/ })).toBeTruthy();
});

it("a new one begins below the department at which it was asked for", async () => {
  const made = answers(createRecord, { data: { id: idNo(9) }, abilities: { update: true, delete: true } });
  const user = open();
  await user.click((await item(/Sales/)).getByRole("button", { name: "Add sub-department" }));
  const dialog = within(await screen.findByRole("dialog"));
  await fill(user, await dialog.findByLabelText("Department name*"), "North");
  await user.click(dialog.getByRole("button", { name: "Save" }));
  await expect.poll(() => made.length).toBe(1);
  expect(made[0]?.params.object).toBe("department");
  expect(made[0]?.body).toMatchObject({ name: "North", parent: idNo(2) });
});

import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { listRecords, restoreRecord } from "../../../../shared/wire/records.contract.ts";
import { choose, keeps, show, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, WANG_WEI } from "../../../../testing/screens/world.ts";
import { RecycleBinPage } from "./RecycleBinPage.tsx";

const pump = {
  id: idNo(40),
  name: "Pump",
  owner: { object: "user", id: WANG_WEI },
  titles: { owner: "Li Na" },
  deleted_by: WANG_WEI,
  deleted_at: "2026-11-29T02:00:00Z",
};
const page = (...data: (typeof pump)[]) => ({ data, page: { next: null }, total: data.length });

function open(showing: Showing = {}) {
  keeps("user", [{ id: WANG_WEI, name: "Wang Wei" }]);
  const asked = answers(listRecords, page(pump), { object: "opportunity" });
  return { user: showPage("/settings/recycle-bin", showing), asked };
}
const row = async () => within(await screen.findByRole("row", { name: /Pump/ }));
const abilities = { update: true, delete: true };

it("what was deleted says whose it was and who deleted it, the latest first", async () => {
  const { asked } = open();
  const deleted = await row();
  expect(deleted.getByText("Li Na")).toBeTruthy();
  expect(await deleted.findByText("Wang Wei")).toBeTruthy();
  expect(asked[0]?.query).toMatchObject({ deleted: "1", sort: "-updated_at" });
});

it("a record comes back once, by a click, and is gone from the bin", async () => {
  const { user } = open();
  answers(listRecords, inTurn(page(pump), page()), { object: "opportunity" });
  const back = answers(restoreRecord, { data: { id: idNo(40) }, abilities });
  await user.click((await row()).getByRole("button", { name: "Restore" }));
  expect(await screen.findByText("“Pump” restored")).toBeTruthy();
  expect(back.map(({ params }) => [params.object, params.id])).toEqual([["opportunity", idNo(40)]]);
});

it("one that cannot come back is told why, and stays", async () => {
  const { user } = open();
  answers(restoreRecord, refusal(409, "duplicate", { detail: "There is one of this name" }));
  await user.click((await row()).getByRole("button", { name: "Restore" }));
  expect(await screen.findByText("There is one of this name")).toBeTruthy();
  expect((await row()).getByRole("button", { name: "Restore" })).toBeTruthy();
});

it("another object has a bin of its own", async () => {
  const { user } = open();
  await row();
  const contacts = answers(listRecords, page(), { object: "contact" });
  await choose(user, screen.getByLabelText("Object"), "Contact");
  expect(await screen.findByText("The recycle bin is empty")).toBeTruthy();
  expect(contacts[0]?.query.deleted).toBe("1");
});

it("of objects in which somebody may delete nothing there is no bin", async () => {
  show(<RecycleBinPage />, { role: "read_only", objects: ["account", "contact"] });
  expect(await screen.findByText("The recycle bin is empty")).toBeTruthy();
  expect(screen.queryByLabelText("Object")).toBeNull();
});

it("on a phone the way back is a sign with its word for readers of screens", async () => {
  open({ width: 390 });
  const button = await screen.findByRole("button", { name: "Restore" });
  expect(button.textContent).toBe("");
  expect(screen.queryByText("Li Na")).toBeNull();
});

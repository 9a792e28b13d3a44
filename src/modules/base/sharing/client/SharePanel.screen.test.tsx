import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { createRecord, deleteRecord, readRecord } from "../../../../shared/wire/records.contract.ts";
import { choose, keeps, show } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, objectInfo, WANG_WEI } from "../../../../testing/screens/world.ts";
import { readSharing } from "../shared/sharing.contract.ts";
import { SharePanel } from "./SharePanel.tsx";

const wang = { id: idNo(40), name: "Wang Li", owner: idNo(1), titles: { owner: "Li Na" } };
const given = {
  id: idNo(45),
  regarding: { object: "contact", id: wang.id },
  to: { object: "user", id: WANG_WEI },
  level: "edit",
  expires_at: null,
  reason: null,
  titles: { to: "Wang Wei" },
};

function open({
  shares = [given],
  mayShare = true,
  update = true,
  asOf = null as string | null,
  powerless = [""],
}) {
  keeps("share", shares);
  for (const object of ["department", "team", "role"]) keeps(object, []);
  keeps("user", [{ id: WANG_WEI, name: "Wang Wei" }]);
  answers(readRecord, { data: wang, abilities: { update, delete: true } }, { object: "contact" });
  answers(readSharing, { data: { may_share: mayShare, powerless: powerless.filter(Boolean) } });
  const panel = (
    <SharePanel object={objectInfo("contact")} record={wang} asOf={asOf} reload={vi.fn<() => void>()} />
  );
  return show(panel);
}

it("the owner stands first, then whom it is shared with and how far", async () => {
  open({});
  const line = (await screen.findByText("Wang Wei")).closest("li");
  expect(line?.textContent).toContain("Can edit");
  expect(line?.previousElementSibling?.textContent).toContain("Owner");
});

it("a share that opens nothing says so", async () => {
  open({ powerless: [given.id] });
  expect(
    await screen.findByText("Their roles do not allow such records, so sharing has no effect"),
  ).toBeTruthy();
});

it("who may not pass it on sees the shares and changes none", async () => {
  open({ mayShare: false });
  expect(await screen.findByText("Wang Wei")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Remove Wang Wei" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Share" })).toBeNull();
});

it("a share is removed by one press; a refusal leaves it", async () => {
  const removed = answers(
    deleteRecord,
    refusal(403, "forbidden", { detail: "It was given by somebody else" }),
  );
  const user = open({});
  await user.click(await screen.findByRole("button", { name: "Remove Wang Wei" }));
  expect(await screen.findByText("It was given by somebody else")).toBeTruthy();
  expect(screen.getByText("Wang Wei")).toBeTruthy();
  expect(removed.map(({ params }) => params.id)).toEqual([given.id]);
});

it("nobody is shared with before it is said with whom; then once, to read unless told", async () => {
  const made = answers(createRecord, { data: given, abilities: { update: true, delete: true } });
  const user = open({ shares: [] });
  await user.click((await screen.findAllByRole("button", { name: "Share" }))[0] ?? document.body);
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Share" }));
  expect(await dialog.findByText("Choose who to share with.")).toBeTruthy();
  await choose(user, await dialog.findByLabelText("Shared with*"), "Wang Wei");
  await user.dblClick(dialog.getByRole("button", { name: "Share" }));
  await expect.poll(() => made.length).toBe(1);
  expect(made[0]?.body).toMatchObject({
    regarding: { object: "contact", id: wang.id },
    to: { object: "user", id: WANG_WEI },
    level: "read",
  });
});

it("the past has no shares to look at", async () => {
  open({ asOf: "2026-03-01" });
  await expect.poll(() => screen.queryByTestId("address")).toBeTruthy();
  expect(screen.queryByText("Wang Wei")).toBeNull();
});

import { screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { transferOwner } from "../../../../shared/wire/transfer.contract.ts";
import { choose, keeps, show } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, objectInfo, WANG_WEI } from "../../../../testing/screens/world.ts";
import { TransferDialog } from "./TransferDialog.tsx";

const ids = [idNo(40), idNo(41)];
async function open() {
  keeps("user", [{ id: WANG_WEI, name: "Wang Wei" }]);
  const object = objectInfo("contact");
  const owner = object.byName["owner"];
  if (!owner) throw new Error("Contacts have no owner");
  const onDone = vi.fn();
  const user = show(
    <TransferDialog object={object} owner={owner} ids={ids} onDone={onDone} onClose={() => undefined} />,
  );
  const give = await screen.findByRole<HTMLButtonElement>("button", { name: "Transfer" });
  return { user, onDone, give };
}

it("nothing is given away before somebody is chosen", async () => {
  const { give } = await open();
  expect(give.disabled).toBe(true);
});

it("all selected records go to the chosen person in one call, with their open work", async () => {
  const given = answers(transferOwner, { done: 2, refused: 0, along: 3, results: [] });
  const { user, onDone, give } = await open();
  await choose(user, screen.getByRole("combobox"), "Wang Wei");
  await user.dblClick(give);
  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
  expect(given.map(({ body }) => body)).toEqual([{ object: "contact", ids, to: WANG_WEI, along: true }]);
});

it("a refusal is told and the choice stays", async () => {
  answers(transferOwner, refusal(422, "bad_successor", { detail: "Wang Wei has left" }));
  const { user, onDone, give } = await open();
  await choose(user, screen.getByRole("combobox"), "Wang Wei");
  await user.click(give);
  expect(await screen.findByText("Wang Wei has left")).toBeTruthy();
  expect(onDone).not.toHaveBeenCalled();
  expect(give.disabled).toBe(false);
});

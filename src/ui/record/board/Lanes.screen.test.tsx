import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { transferOwner } from "../../../shared/wire/transfer.contract.ts";
import { meters, openBoard } from "../../../testing/screens/deals-board.ts";
import { answers } from "../../../testing/screens/stand-in.ts";
import { WANG_WEI } from "../../../testing/screens/world.ts";

const lanes = () =>
  [...document.querySelectorAll<HTMLElement>('[data-part="board-lane"]')].map((lane) =>
    lane.getAttribute("aria-label"),
  );
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

it("lanes of owners have one's own first, each with its number and sum, and its cards in their stage", async () => {
  const { user } = openBoard("&lanes=owner");
  await expect.poll(lanes).toEqual(["李娜", "王伟"]);
  const own = within(await screen.findByRole("region", { name: "李娜 · Discovery" }));
  expect(await own.findByText("Flow meters")).toBeTruthy();
  expect(own.queryByText("Valves")).toBeNull();
  const head = screen.getByTitle("Collapse lane “李娜”");
  expect(head.textContent).toContain("¥120K");
  await user.click(head);
  await waitFor(() => expect(screen.queryByText("Flow meters")).toBeNull());
  expect(screen.getByText("Valves")).toBeTruthy();
});

it("a card that comes into somebody else's lane is given to them, once that was asked", async () => {
  const { user } = openBoard("&lanes=owner");
  const given = answers(transferOwner, {
    done: 1,
    refused: 0,
    along: 0,
    results: [{ id: meters.id, ok: true }],
  });
  (await screen.findByText("Flow meters")).closest<HTMLElement>("[data-record]")?.focus();
  press(" ");
  press("ArrowDown");
  press("Enter");
  await screen.findAllByText("Transfer “Flow meters” to 王伟?");
  expect(given).toHaveLength(0);
  await user.click(screen.getByRole("button", { name: "Transfer" }));
  await expect
    .poll(() => given.map(({ body }) => body))
    .toEqual([{ object: "opportunity", ids: [meters.id], to: WANG_WEI, along: true }]);
});

it("lanes of a choice stand in the order of its options, with what has none at the end", async () => {
  openBoard("&lanes=type");
  await expect.poll(lanes).toEqual(["New business", "Expansion", "Renewal", "Replacement", "No Type"]);
});

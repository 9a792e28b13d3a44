import { act, fireEvent, renderHook, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { moveRecord } from "../../../modules/process/gates/shared/moves.contract.ts";
import { meters, openBoard } from "../../../testing/screens/deals-board.ts";
import { createRecord } from "../../../shared/wire/records.contract.ts";
import { useOfferedCommands } from "../../kit/page-commands.ts";
import { answers, refusal } from "../../../testing/screens/stand-in.ts";
import { idNo } from "../../../testing/screens/world.ts";

const said = () => document.querySelector('[data-part="board-speech"]')?.textContent ?? "";
const hint = () => document.querySelector('[data-part="board-hint"]')?.textContent ?? "";
const cardOf = async (name: string): Promise<HTMLElement> => {
  const card = (await screen.findByText(name)).closest<HTMLElement>("[data-record]");
  if (!card) throw new Error(`${name} stands on no card`);
  return card;
};
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

it("a card is carried by keys, one column for each, and every place is named with how it stands", async () => {
  openBoard();
  const moves = answers(moveRecord, refusal(403, "forbidden"));
  (await cardOf("Flow meters")).focus();
  press(" ");
  expect(said()).toMatch(/^Picked up “Flow meters” in Discovery\./);
  expect(hint()).toBe("←→ change stage · Enter drops · Esc cancels");
  press("ArrowRight");
  await expect.poll(said).toBe("“Flow meters” over Needs analysis: can go in");
  press("ArrowLeft");
  expect(said()).toMatch(/^Picked up “Flow meters” in Discovery/);
  press("ArrowRight");
  press("Enter");
  expect(said()).toBe("“Flow meters” dropped on Needs analysis");
  await expect.poll(() => moves.map(({ body }) => body.to)).toEqual(["needs"]);
  expect(said()).not.toContain(meters.id);
  await expect.poll(() => document.activeElement?.getAttribute("data-record")).toBe(meters.id);
});

it("Esc puts it back, the focus stays, and nothing is sent", async () => {
  openBoard("", { language: "zh-CN" });
  const moves = answers(moveRecord, refusal(403, "forbidden"));
  const card = await cardOf("Flow meters");
  card.focus();
  press(" ");
  for (let times = 0; times < 9; times += 1) press("ArrowRight");
  await expect.poll(said).toMatch(/^“Flow meters” 移到 输单/);
  press("Escape");
  expect(said()).toBe("“Flow meters” 已放回原处");
  expect(document.activeElement).toBe(card);
  expect(moves).toHaveLength(0);
});

it("arrow keys alone lead from card to card", async () => {
  openBoard();
  (await cardOf("Flow meters")).focus();
  await cardOf("Valves");
  press("ArrowDown");
  expect(document.activeElement).toBe(await cardOf("Flow meters"));
});

it("who only reads lifts nothing", async () => {
  openBoard("", { role: "read_only" });
  (await cardOf("Flow meters")).focus();
  press(" ");
  expect(said()).toBe("");
});

it("the palette offers what can be done with the card at hand, by its name", async () => {
  openBoard();
  const { result } = renderHook(() => useOfferedCommands());
  const card = await cardOf("Valves");
  act(() => card.focus());
  await expect
    .poll(() => result.current.map(({ text }) => text))
    .toEqual(["Move to “Solution”", "Log", "Transfer to a colleague", "Copy link"]);
  expect(new Set(result.current.map(({ about }) => about))).toEqual(new Set(["Valves"]));
});

it("an activity is logged on a card without leaving the board", async () => {
  const { user } = openBoard();
  const card = (await cardOf("Flow meters")).closest<HTMLElement>('[data-part="board-card"]');
  if (!card) throw new Error("no card");
  await user.click(within(card).getByRole("button", { name: "Log activity", hidden: true }));
  const dialog = within(await screen.findByRole("dialog", { name: "Log activity · Flow meters" }));
  await expect.poll(() => document.activeElement).toBe(dialog.getByRole("textbox"));
  const logged = answers(createRecord, {
    data: { id: idNo(30) },
    abilities: { update: true, delete: true },
  });
  await user.keyboard("Met the plant manager{Control>}{Enter}{/Control}");
  await expect
    .poll(() => logged.map(({ body }) => body["regarding"]))
    .toEqual([{ object: "opportunity", id: meters.id }]);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { openBoard } from "../../../testing/screens/deals-board.ts";
import { address, fill } from "../../../testing/screens/show.tsx";
import { answers } from "../../../testing/screens/stand-in.ts";
import { createRecord } from "../../../shared/wire/records.contract.ts";
import { idNo } from "../../../testing/screens/world.ts";
import { keepPreferences } from "../../../shared/wire/session.contract.ts";

const column = (name: string) => screen.findByRole("region", { name });
/** A column once its head says this: until all is known the board may be drawn anew. */
async function headed(name: string, head: string) {
  await expect.poll(async () => within(await column(name)).getByRole("heading").textContent).toBe(head);
  return within(await column(name));
}

it("a column says how many, what they are worth, weighed by how likely they are, and its share", async () => {
  const { figures } = openBoard();
  const discovery = await headed("Discovery", "Discovery1");
  // Its card says the same amount.
  expect(await discovery.findByText("¥120K", { selector: "[data-part=board-sum]" })).toBeTruthy();
  expect((await discovery.findByText(/Weighted ¥12K/)).title).toBe("Amount × probability: ¥12,000");
  expect(discovery.getByTitle("60% of everything open")).toBeTruthy();
  const weighing = figures.find(({ body }) => body.measures[0]?.weight !== undefined);
  expect(weighing?.body.measures).toEqual([{ fn: "sum", field: "amount", weight: "probability" }]);
  expect(weighing?.body.filter).not.toContain('"won"');
});

it("what is won is a strip with this quarter's figures, which leads to exactly these", async () => {
  const { user } = openBoard();
  const won = await headed("Won", "Won3");
  expect(won.getByText("¥900K")).toBeTruthy();
  expect(won.queryByText("Flow meters")).toBeNull();
  await user.click(won.getByRole("button", { name: /Won.*This quarter/ }));
  const asked = () => new URLSearchParams(address().split("?")[1]);
  await expect.poll(() => [asked().get("view"), asked().get("scene")]).toEqual(["list", "won"]);
  expect(asked().get("filter")).toMatch(/stage == "won".*close_date >= date\("\d{4}-\d\d-01"\)/);
});

it("a strip becomes a column, a column a strip, and a person finds them so again", async () => {
  const { user } = openBoard();
  const kept = answers(keepPreferences, ({ body }) => ({ data: body }));
  await user.click(within(await column("Won")).getByRole("button", { name: "Expand “Won”" }));
  await expect.poll(async () => within(await column("Won")).getByRole("heading").textContent).toBe("Won785");
  await user.click(within(await column("Discovery")).getByRole("button", { name: "Collapse “Discovery”" }));
  await waitFor(() => expect(screen.queryByText("Flow meters")).toBeNull());
  expect(kept.at(-1)?.body).toEqual({
    "board_layout.opportunity": { lanes: "", folded: ["discovery"], open: ["won"], foldedLanes: [] },
  });
  await user.click(within(await column("Discovery")).getByTitle("Expand “Discovery”"));
  expect(await screen.findByText("Flow meters")).toBeTruthy();
});

it("cards show what was chosen for them, and a view keeps it", async () => {
  const { user } = openBoard("", {
    me: { preferences: { "cards.opportunity": { columns: [{ field: "next_step" }] } } },
  });
  const card = (await screen.findByText("Flow meters")).closest("article");
  expect(card?.textContent).toContain("Visit on Thursday");
  expect(card?.textContent).toContain("李娜");
  expect(card?.textContent).not.toContain("¥120K");
  const made = answers(createRecord, {
    data: { id: idNo(71) },
    abilities: { update: true, delete: true },
  });
  await user.click(await screen.findByRole("button", { name: "Save as view" }));
  const dialog = within(await screen.findByRole("dialog"));
  await fill(user, dialog.getByLabelText(/^View name/), "Next steps");
  await user.click(dialog.getByRole("button", { name: "Save" }));
  // With the name, so that it is a list as well.
  await expect
    .poll(() => made.map(({ body }) => [body["kind"], body["columns"]]))
    .toEqual([["board", [{ field: "name" }, expect.objectContaining({ field: "next_step" })]]]);
});

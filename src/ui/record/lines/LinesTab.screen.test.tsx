import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Values } from "../../../shared/metadata/object.ts";
import { changeRecord, listRecords } from "../../../shared/wire/records.contract.ts";
import { OFFER, offerLineNo, offerObjects } from "../../../testing/screens/offer.ts";
import { keeps, show, type Showing } from "../../../testing/screens/show.tsx";
import { answers, inTurn, NO_NETWORK, refusal } from "../../../testing/screens/stand-in.ts";
import { idNo } from "../../../testing/screens/world.ts";
import { useObject } from "../../data/objects.ts";
import { kitMessages } from "../../kit/kit.messages.ts";
import { LinesTab } from "../page/LinesTab.tsx";

const abilities = { update: true, delete: true };
/** The page knows its object as the shell does. */
function Tab({ editable = true }: { readonly editable?: boolean }) {
  const object = useObject("offer");
  const field = object?.byName["lines"];
  return object && field ? (
    <LinesTab object={object} field={field} record={OFFER} asOf={null} editable={editable} />
  ) : null;
}
async function open(lines: readonly Values[], showing: Showing = {}, editable = true) {
  keeps("offer", [OFFER]);
  keeps("offer_line", lines);
  const sent = answers(changeRecord, { data: OFFER, abilities });
  const user = show(<Tab editable={editable} />, {
    objects: ["product", "user"],
    further: offerObjects(),
    ...showing,
  });
  const grid = showing.width ? null : await screen.findByRole("grid", { name: "Lines" });
  return { user, sent, grid: grid as HTMLElement };
}
const rowsIn = (grid: HTMLElement) => within(grid).getAllByRole("row").slice(1);
const cell = (grid: HTMLElement, line: number, column: string): HTMLElement => {
  const found = within(grid)
    .getAllByRole("gridcell")
    .find((one) => one.getAttribute("aria-label")?.startsWith(`${column}, line ${line}:`));
  if (!found) throw new Error(`no cell ${column} of line ${line}`);
  return found;
};
const foot = () => document.querySelector('[data-part="lines-foot"]')?.textContent ?? "";
const change = (sent: readonly { readonly body: object }[]) =>
  (sent.at(-1)?.body as { lines?: { upsert: Values[]; delete: string[] } } | undefined)?.lines;
const save = () => screen.findByRole("button", { name: "Save" });
const pasteInto = (grid: HTMLElement, text: string) =>
  act(() => {
    grid.focus();
    fireEvent.paste(grid, { clipboardData: { getData: () => text } });
  });

it("a value is typed over, and what the document comes to follows before it is saved", async () => {
  const { user, sent, grid } = await open([offerLineNo(1), offerLineNo(2)]);
  expect(foot()).toContain("Total¥226.00");
  await user.click(cell(grid, 1, "Quantity"));
  await user.keyboard("3");
  await waitFor(() => expect(foot()).toContain("Subtotal¥400.00"));
  await user.keyboard("{Enter}");
  expect(cell(grid, 1, "Amount").getAttribute("aria-label")).toContain("300.00");
  expect(cell(grid, 1, "Twice").getAttribute("aria-label")).toContain(": 6");
  expect(foot()).toContain("Total¥452.00");
  await user.keyboard("{Delete}");
  expect(foot()).toContain("Total¥339.00");
  await user.keyboard("{Control>}z{/Control}");
  expect(foot()).toContain("Total¥452.00");
  await user.click(await save());
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(change(sent)).toEqual({ upsert: [{ id: idNo(601), version: 1, quantity: "3" }], delete: [] });
  expect(sent[0]?.headers.get("if-match")).toContain("5");
});

it("rows of a spreadsheet are pasted: numbers as people write them, records by name in one request", async () => {
  const pump = { id: idNo(70), name: "Pump", code: "P-1" };
  const { user, sent, grid } = await open([offerLineNo(1)]);
  const asked = answers(listRecords, { data: [pump], page: { next: null } }, { object: "product" });
  await user.click(cell(grid, 1, "Item"));
  pasteInto(
    grid,
    "Big pump\tPump\t1,200\t¥1.5万\t6%\r\nSeal\tP-1\t二\t（5）\t13％\r\nValve\tNothing\t\t\t\r\n",
  );
  await waitFor(() => expect(rowsIn(grid)).toHaveLength(3));
  await waitFor(() => expect(screen.getByText("2 cells to check")).toBeTruthy());
  expect(asked.map(({ query }) => query.filter)).toEqual([
    'name in ["Pump", "P-1", "Nothing"] || code in ["Pump", "P-1", "Nothing"]',
  ]);
  expect(cell(grid, 2, "Quantity").getAttribute("aria-label")).toContain("cannot be read as Quantity");
  expect(cell(grid, 3, "Product").getAttribute("aria-label")).toContain("“Nothing” was not found");
  await user.click(await save());
  await waitFor(() => expect(sent).toHaveLength(1));
  const upsert = change(sent)?.upsert ?? [];
  expect(upsert[0]).toMatchObject({
    id: idNo(601),
    name: "Big pump",
    product: idNo(70),
    quantity: "1200",
    unit_price: { amount: "15000", currency: "CNY" },
    tax_rate: "6",
  });
  expect(upsert[1]).toMatchObject({
    name: "Seal",
    product: idNo(70),
    place: 2,
    unit_price: { amount: "-5" },
  });
});

it("keys of a spreadsheet: blocks, fill down, new lines, lines that move, and back again", async () => {
  const { user, sent, grid } = await open([1, 2, 3].map((n) => offerLineNo(n, { quantity: String(n) })));
  await user.click(cell(grid, 1, "Quantity"));
  await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}");
  expect(cell(grid, 3, "Quantity").getAttribute("aria-label")).toContain(": 1");
  let copied = "";
  fireEvent.copy(grid, { clipboardData: { setData: (_: string, text: string) => (copied = text) } });
  expect(copied).toBe("1\n1\n1");
  await user.click(cell(grid, 3, "Item"));
  await user.keyboard("{Alt>}{ArrowUp}{ArrowUp}{/Alt}");
  expect(cell(grid, 1, "Item").getAttribute("aria-label")).toContain("Item 3");
  await user.keyboard("{Control>}{Enter}{/Control}Seal{Tab}");
  expect(cell(grid, 2, "Item").getAttribute("aria-label")).toContain("Seal");
  await user.keyboard("{Escape}");
  await user.click(within(grid).getByRole("button", { name: "Remove line 4" }));
  await user.click(await save());
  await waitFor(() => expect(sent).toHaveLength(1));
  const { upsert = [], delete: removed } = change(sent) ?? {};
  const places = new Map(upsert.map((line) => [line["name"] ?? line["id"], line["place"]]));
  expect(places).toEqual(
    new Map([
      [idNo(603), 1],
      ["Seal", 2],
      [idNo(601), 3],
    ] as const),
  );
  expect(removed).toEqual([idNo(602)]);
});

it("what the server refuses of lines stands at their cells until they are changed; what was typed stays", async () => {
  const { user, grid } = await open([offerLineNo(1), offerLineNo(2)]);
  const line = { field: "lines", id: idNo(602) };
  const errors = [{ code: "too_small", field: "quantity", message: "At least 10", line }];
  answers(changeRecord, inTurn(NO_NETWORK, refusal(422, "invalid", { errors, detail: "One line is wrong" })));
  await user.click(cell(grid, 2, "Quantity"));
  await user.keyboard("4{Enter}");
  await user.click(await save());
  expect(await screen.findByText(kitMessages.keptOffline.en)).toBeTruthy();
  await user.click(await save());
  expect((await screen.findByRole("alert")).textContent).toBe("At least 10");
  const wrong = cell(grid, 2, "Quantity");
  expect([wrong.getAttribute("aria-invalid"), wrong.title]).toEqual(["true", "At least 10"]);
  await user.click(wrong);
  await user.keyboard("12{Enter}");
  expect(cell(grid, 2, "Quantity").getAttribute("aria-invalid")).toBeNull();
});

it("a line that somebody else changed meanwhile shows both values to choose from", async () => {
  const { user, sent, grid } = await open([offerLineNo(1)]);
  await user.click(cell(grid, 1, "Quantity"));
  await user.keyboard("4{Enter}");
  keeps("offer_line", [offerLineNo(1, { version: 2, quantity: "7" })]);
  const conflict = {
    code: "changed_since",
    field: "quantity",
    message: "Changed",
    line: { field: "lines", id: idNo(601) },
  };
  const sentAgain = answers(
    changeRecord,
    inTurn(refusal(409, "version_conflict", { errors: [conflict] }), { data: OFFER, abilities }),
  );
  await user.click(await save());
  expect(await screen.findByText("Quantity: yours 4, theirs 7")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Keep mine" }));
  await user.click(await save());
  await waitFor(() => expect(sentAgain).toHaveLength(2));
  expect([sent.length, change(sentAgain)?.upsert]).toEqual([
    0,
    [{ id: idNo(601), version: 2, quantity: "4" }],
  ]);
});

it("unsaved lines are there again after the page was left", async () => {
  const first = await open([offerLineNo(1)]);
  await first.user.click(cell(first.grid, 1, "Quantity"));
  await first.user.keyboard("9{Enter}");
  await waitFor(() => expect(localStorage.length).toBeGreaterThan(1));
  cleanup();
  const { grid } = await open([offerLineNo(1)]);
  expect(await screen.findByText(/Unsaved changes/)).toBeTruthy();
  expect(cell(grid, 1, "Quantity").getAttribute("aria-label")).toContain(": 9");
});

it("a masked price is neither typed nor reckoned with", async () => {
  const [offer, line] = offerObjects();
  const masked = {
    ...line!,
    fields: line!.fields.map((one) => (one.name === "unit_price" ? { ...one, right: "mask" as const } : one)),
  };
  const { grid } = await open([offerLineNo(1)], { further: [offer!, masked] });
  expect(cell(grid, 1, "Price").getAttribute("aria-readonly")).toBe("true");
  expect(foot()).not.toContain("Total");
});

it("on a phone a line is a card that opens in a sheet", async () => {
  const { user, sent } = await open([offerLineNo(1)], { width: 390 });
  await user.click(await screen.findByRole("button", { name: "Edit line 1" }));
  const sheet = await screen.findByRole("dialog");
  const quantity = await within(sheet).findByLabelText("Quantity", { selector: "input" });
  await user.clear(quantity);
  await user.type(quantity, "5");
  await user.click(within(sheet).getByRole("button", { name: "Done" }));
  expect(foot()).toContain("Total¥565.00");
  await user.click(await save());
  await waitFor(() => expect(change(sent)?.upsert).toEqual([{ id: idNo(601), version: 1, quantity: "5" }]));
});

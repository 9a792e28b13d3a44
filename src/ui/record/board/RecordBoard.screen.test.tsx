import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { aggregateRecords, listRecords } from "../../../shared/wire/records.contract.ts";
import { show, showPage, type Showing } from "../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../testing/screens/stand-in.ts";
import { idNo, objectInfo, PIPELINE } from "../../../testing/screens/world.ts";
import { RecordBoard } from "./RecordBoard.tsx";

const deal = {
  id: idNo(20),
  name: "Flow meters",
  stage: "discovery",
  pipeline: PIPELINE,
  amount: { amount: "120000", currency: "CNY" },
};

function answerDeals() {
  answers(
    listRecords,
    ({ query }) => {
      const data = query.filter?.includes('"discovery"') ? [deal] : [];
      return { data, page: { next: null }, total: data.length };
    },
    { object: "opportunity" },
  );
  answers(aggregateRecords, {
    groups: [{ key: { stage: "discovery" }, values: [1, { amount: "120000", currency: "CNY" }] }],
  });
}
function open(showing: Showing = {}) {
  answerDeals();
  return showPage("/records/opportunity?view=board", showing);
}
const column = (name: string) => screen.findByRole("region", { name });

it("a card stands in the column of its stage, which says how many there are and what they are worth", async () => {
  open();
  const discovery = within(await column("Discovery"));
  expect(await discovery.findByText("Flow meters")).toBeTruthy();
  expect(discovery.getByRole("heading").textContent).toBe("Discovery1");
  expect(within(await column("Needs analysis")).queryByText("Flow meters")).toBeNull();
});

it("a column that failed leaves the others as they are", async () => {
  answers(aggregateRecords, { groups: [] });
  answers(
    listRecords,
    ({ query }) =>
      query.filter?.includes('"discovery"')
        ? refusal(500, "internal")
        : { data: [], page: { next: null }, total: 0 },
    { object: "opportunity" },
  );
  showPage("/records/opportunity?view=board");
  const discovery = within(await column("Discovery"));
  expect(await discovery.findByRole("button", { name: "Try again" })).toBeTruthy();
  expect(screen.getAllByRole("alert")).toHaveLength(1);
});

it("Enter opens the card that has the focus", async () => {
  answerDeals();
  const onOpen = vi.fn();
  const object = objectInfo("opportunity");
  const user = show(
    <RecordBoard
      object={object}
      filter=""
      search=""
      asOf=""
      since=""
      part=""
      fields={[]}
      lanes=""
      view=""
      onOpen={onOpen}
      onList={vi.fn()}
    />,
  );
  (await screen.findByText("Flow meters")).closest<HTMLElement>('[data-part="board-handle"]')?.focus();
  await user.keyboard("{Enter}");
  expect(onOpen).toHaveBeenCalledWith(deal);
});

it("who may not change deals cannot lift a card", async () => {
  open({ role: "read_only" });
  const card = (await screen.findByText("Flow meters")).closest('[data-part="board-handle"]');
  expect(card?.getAttribute("aria-roledescription")).toBeNull();
});

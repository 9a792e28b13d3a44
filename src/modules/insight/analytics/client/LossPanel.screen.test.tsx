import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { objectInfo } from "../../../../testing/screens/world.ts";
import { askLoss, listMetrics, type LossAnswer } from "../shared/insight.contract.ts";
import { counted, frame, lossCell } from "../../../../testing/screens/insight-answers.ts";
import { LossPanel } from "./LossPanel.tsx";

const group = { en: "Price", "zh-CN": "价格" };
const answer = (more: Partial<LossAnswer> = {}): LossAnswer => ({
  ...frame,
  mode: "flow",
  stages: [
    { stage: "needs", label: { en: "Needs" } },
    { stage: "proposal", label: { en: "Proposal" } },
    { stage: "won", label: { en: "Won" } },
  ],
  total: counted(14),
  cells: [
    lossCell("needs", "price_too_high", 2),
    lossCell("proposal", "price_too_high", 5),
    lossCell("proposal", "own_reason", 1),
    lossCell(null, null, 6),
  ],
  groups: [
    { ...counted(2, "g needs"), stage: "needs", group, reasons: ["price_too_high"] },
    { ...counted(5, "g proposal"), stage: "proposal", group, reasons: ["price_too_high"] },
  ],
  ...more,
});
function open(showing: Showing = {}) {
  answers(listMetrics, { data: [] });
  return show(
    <LossPanel
      object={objectInfo("opportunity")}
      query={{ object: "opportunity", pipeline: "p", mode: "flow" }}
    />,
    showing,
  );
}
const rows = async () =>
  (await screen.findAllByRole("row")).map((row) => [...row.children].map((cell) => cell.textContent));

it("reasons stand below their group, the most first; those without a group beside the groups", async () => {
  answers(askLoss, answer());
  open();
  const [heads, ...lines] = await rows();
  expect(heads).toEqual(["Lost reason", "Needs", "Proposal", "Lost before any stage", "Total"]);
  expect(lines.map(([, ...figures]) => figures)).toEqual([
    ["2", "5", "", "7"],
    ["2", "5", "", "7"],
    ["", "", "6", "6"],
    ["", "1", "", "1"],
  ]);
  expect([lines[0]?.[0], lines[2]?.[0], lines[3]?.[0]]).toEqual(["Price", "No reason given", "own_reason"]);
});

it("a stage that lost nothing has no column; one that is no more has its own", async () => {
  answers(askLoss, answer({ cells: [lossCell("gone", null, 3)], groups: [] }));
  open();
  expect((await rows())[0]).toEqual(["Lost reason", "gone", "Total"]);
});

it("nothing lost is said; a failure is told and asked again", async () => {
  answers(askLoss, inTurn(refusal(500, "internal"), answer({ cells: [], groups: [] })));
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByText("No records in this period")).toBeTruthy();
});

it("an object without reasons of loss is not asked", async () => {
  const asked = answers(askLoss, answer());
  answers(listMetrics, { data: [] });
  show(
    <>
      <LossPanel object={objectInfo("lead")} query={{ object: "lead", pipeline: "p", mode: "flow" }} />
      <p>end</p>
    </>,
  );
  expect(await screen.findByText("end")).toBeTruthy();
  expect([asked.length, screen.queryByText("Lost deals")]).toEqual([0, null]);
});

it("a group is called in the reader's language", async () => {
  answers(askLoss, answer());
  open({ language: "zh-CN" });
  expect((await rows())[1]?.[0]).toBe("价格");
});

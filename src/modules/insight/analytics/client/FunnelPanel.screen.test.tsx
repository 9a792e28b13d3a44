import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { askFunnel, type FunnelAnswer, listMetrics } from "../shared/insight.contract.ts";
import { FunnelPanel } from "./FunnelPanel.tsx";
import { behind, counted, frame, funnelStage } from "../../../../testing/screens/insight-answers.ts";

const stages = [
  funnelStage("discovery", 1200, { amount: { amount: "1234.50", currency: "CNY" } }),
  funnelStage("needs", 700, {
    rate: "0.583333333333",
    cumulative: "0.583333333333",
    skipped: counted(12, "skipped"),
    still_open: counted(0),
    lost_here: counted(300, "lost here"),
  }),
  funnelStage("won", 90, { type: "won", reopened: counted(4, "reopened") }),
];
const answer = (more: Partial<FunnelAnswer> = {}): FunnelAnswer => ({
  ...frame,
  stages,
  lost: [funnelStage("lost", 300, { type: "lost" })],
  biggest_drop: null,
  ...more,
});
function open(mode: "cohort" | "flow" = "cohort") {
  answers(listMetrics, { data: [] });
  return show(<FunnelPanel stages={3} query={{ object: "opportunity", pipeline: "sales", mode }} />);
}
const rows = async () =>
  (await screen.findAllByRole("row")).map((row) => [...row.children].map((cell) => cell.textContent));

it("where nothing was reached it says so", async () => {
  answers(askFunnel, answer({ stages: [funnelStage("discovery", 0)], lost: [] }));
  open();
  expect(await screen.findByText("No records in this period")).toBeTruthy();
});

it("a failure is told, and asked again it is there", async () => {
  answers(askFunnel, inTurn(refusal(500, "internal"), answer()));
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("button", { name: "Table" })).toBeTruthy();
});

it("of a cohort the table says what was skipped, stands and was lost, and every number opens its records", async () => {
  answers(askFunnel, answer());
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Table" }));
  const [heads, first, second] = await rows();
  expect(heads).toEqual([
    "Stage",
    "Reached",
    "Amount",
    "Stage conversion",
    "Overall conversion",
    "Skipped",
    "Still here",
    "Lost here",
  ]);
  expect(first?.slice(1, 5)).toEqual(["1,200", expect.stringContaining("1,234.50"), "—", "—"]);
  expect(second).toEqual(["Needs", "700", "—", "58.3%", "58.3%", "12", "0", "300"]);
  const link = screen.getByRole("link", { name: "12" }).getAttribute("href") ?? "";
  expect(new URLSearchParams(link.split("?")[1]).get("filter")).toBe("skipped");
  expect(screen.queryByRole("link", { name: "0" })).toBeNull();
});

it("of a flow it says who entered, and what was lost in the period", async () => {
  answers(askFunnel, answer({ mode: "flow" }));
  const user = open("flow");
  await user.click(await screen.findByRole("button", { name: "Table" }));
  expect((await rows())[0]).toEqual(["Stage", "Entered", "Amount", "Stage conversion", "Overall conversion"]);
  expect(screen.getByRole("link", { name: "Moved to Lost: 300" })).toBeTruthy();
});

it("notes tell the biggest drop and what was opened again", async () => {
  const biggest_drop = { stage: "needs", label: { en: "Needs" }, count: 300, share: "0.4286" };
  answers(askFunnel, answer({ biggest_drop }));
  open();
  expect(await screen.findByText(/Needs.*42\.9%|42\.9%.*Needs/)).toBeTruthy();
  const again = screen.getByRole("link", { name: "4 of Won have since been reopened" });
  expect(again.getAttribute("href")).toContain(`filter=${behind("reopened").filter}`);
});

it("the definition of the figure stands beside it, by its method", async () => {
  const words = { "zh-CN": "一", en: "one" };
  answers(askFunnel, answer({ mode: "flow" }));
  const metric = {
    name: "funnel_flow",
    label: { "zh-CN": "流量漏斗", en: "Flow funnel" },
    formula: { "zh-CN": "算法", en: "Distinct records that entered" },
    grain: words,
    filters: words,
    skip: words,
    backward: words,
    censoring: words,
    unit: "records",
    endpoint: "/insight/funnel",
  } as const;
  open("flow");
  answers(listMetrics, { data: [metric] });
  const user = show(
    <FunnelPanel stages={3} query={{ object: "opportunity", pipeline: "sales", mode: "flow" }} />,
  );
  await user.click(await screen.findByRole("button", { name: "How Flow funnel is calculated" }));
  expect(await within(document.body).findByText("Distinct records that entered")).toBeTruthy();
});

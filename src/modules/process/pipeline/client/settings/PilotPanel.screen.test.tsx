import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { PipelineView } from "../../../../../shared/wire/pipelines.contract.ts";
import { answered } from "../../../../../testing/screens/answered.ts";
import { choose, keeps, show } from "../../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../../testing/screens/stand-in.ts";
import { idNo, salesPipeline } from "../../../../../testing/screens/world.ts";
import { type PilotComparison, type PilotFigures, readPilot } from "../../shared/pilot.contract.ts";
import { endPilot, startPilot } from "../../shared/pipeline-changes.contract.ts";
import { PilotPanel } from "./PilotPanel.tsx";

const EAST = idNo(60);
const running: PipelineView = {
  ...salesPipeline,
  pilot: { departments: [EAST], since: "2026-11-02T02:00:00Z", version: 2 },
};
const counted = (count: number, filter = "x") => ({ count, records: { object: "opportunity", filter } });
const figures = (won: number, lost: number, more: Partial<PilotFigures> = {}): PilotFigures => ({
  open: counted(3),
  open_amount: { amount: "1200000", currency: "CNY" },
  won: counted(won, "stage_type == won"),
  lost: counted(lost),
  win_rate: won + lost === 0 ? null : String(won / (won + lost)),
  won_amount: { amount: "450000", currency: "CNY" },
  cycle: { ...counted(won), median: won === 0 ? null : "12.34" },
  stages: [
    {
      stage: "needs",
      label: { en: "Needs analysis" },
      entered: counted(9),
      tried: counted(12),
      passed: counted(8),
      refused: counted(4),
      overridden: counted(0),
      pass_rate: "0.666666666667",
      dwell: { ...counted(5), median: "3" },
    },
  ],
  ...more,
});
const comparison = (more: Partial<PilotComparison["sides"]> = {}): { data: PilotComparison } => ({
  data: {
    since: "2026-11-02T02:00:00Z",
    version: 2,
    departments: [{ id: EAST, name: "East" }],
    during: { from: "2026-11-02", to: "2026-11-30" },
    before: { from: "2026-10-04", to: "2026-11-01" },
    sides: {
      pilot: figures(15, 10),
      others: figures(20, 20),
      before: figures(2, 1, { open: null, open_amount: null, stages: [] }),
      ...more,
    },
  },
});
const cells = async (name: string) => {
  const row = (await screen.findByText(name, { selector: "td" })).closest("tr");
  return [...(row?.querySelectorAll("td") ?? [])].slice(1).map((cell) => cell.textContent?.trim());
};

it("without a draft, or with one that is not saved, nothing can be tried", async () => {
  keeps("department", []);
  const user = show(<PilotPanel pipeline={{ ...salesPipeline, has_draft: false }} isEdited={false} />);
  expect(await screen.findByText(/There is no draft/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Start the pilot" })).toBeNull();
  expect(user).toBeTruthy();
});

it("unsaved changes come first", async () => {
  keeps("department", []);
  show(<PilotPanel pipeline={{ ...salesPipeline, has_draft: true }} isEdited />);
  expect(await screen.findByText("Save the draft first.")).toBeTruthy();
});

it("it begins in the departments that are chosen, and not without one", async () => {
  keeps("department", [{ id: EAST, name: "East" }]);
  const sent = answers(startPilot, { data: running });
  const user = show(<PilotPanel pipeline={{ ...salesPipeline, has_draft: true }} isEdited={false} />);
  const start = await screen.findByRole<HTMLButtonElement>("button", { name: "Start the pilot" });
  expect(start.disabled).toBe(true);
  await choose(user, screen.getByLabelText(/Pilot departments/), "East");
  await user.click(start);
  const asked = within(await screen.findByRole("dialog"));
  expect(asked.getAllByText("Start the pilot in East?").length).toBeGreaterThan(0);
  expect(sent).toEqual([]);
  await user.click(asked.getByRole("button", { name: "Start the pilot" }));
  expect(await screen.findByText(/^Pilot started/)).toBeTruthy();
  expect(sent.map(({ body }) => body)).toEqual([{ departments: [EAST] }]);
});

it("a refused start says why", async () => {
  keeps("department", [{ id: EAST, name: "East" }]);
  answers(startPilot, refusal(422, "pilot_stages", { detail: "Only gates may differ" }));
  const user = show(<PilotPanel pipeline={{ ...salesPipeline, has_draft: true }} isEdited={false} />);
  await choose(user, await screen.findByLabelText(/Pilot departments/), "East");
  await user.click(screen.getByRole("button", { name: "Start the pilot" }));
  const asked = within(await screen.findByRole("dialog"));
  await user.click(asked.getByRole("button", { name: "Start the pilot" }));
  expect(await screen.findByText("Only gates may differ")).toBeTruthy();
});

it("says first what it has shown, then each side", async () => {
  answers(readPilot, comparison());
  show(<PilotPanel pipeline={running} isEdited={false} />);
  expect(await answered()).toBe("Pilot win rate 60.0%, 10.0 points above the other departments");
  const bars = within(screen.getByRole("list", { name: "Win rate" })).getAllByRole("listitem");
  expect(bars.map(({ textContent }) => textContent)).toEqual([
    "Pilot60.0% of 25",
    "Other departments50.0% of 40",
    "Pilot departments (before)66.7% of 3",
  ]);
  const rate = (await cells("Win rate")).map((text) => text?.split(" ")[0]);
  expect(rate).toEqual(["60.0%", "50.0%", "66.7%"]);
  expect((await cells("Open")).at(2)).toBe("–");
});

it("a side with fewer than twenty closed records says little, and is named", async () => {
  answers(readPilot, comparison({ pilot: figures(1, 1) }));
  show(<PilotPanel pipeline={running} isEdited={false} />);
  expect(await answered()).toMatch(/^Too early to tell: the pilot departments have closed 2 of 20/);
});

it("each stage is a row of measures, the sides below each other; where nothing happened it is only named", async () => {
  const [needs] = figures(1, 1).stages;
  const none = counted(0);
  const still = {
    entered: none,
    tried: none,
    passed: none,
    refused: none,
    overridden: none,
    pass_rate: null,
  };
  const quiet = { ...(needs ?? expect.fail()), ...still, stage: "won", label: { en: "Won" } };
  const pilot = { ...figures(15, 10), stages: [...figures(1, 1).stages, quiet] };
  answers(readPilot, comparison({ pilot }));
  show(<PilotPanel pipeline={running} isEdited={false} />);
  const table = within(await screen.findByRole("table", { name: "By stage" }));
  const [, row] = table.getAllByRole("row");
  expect([...(row?.querySelectorAll("td") ?? [])].map(({ textContent }) => textContent)).toEqual([
    "Needs analysis",
    "9others 9before –",
    "66.7%others 66.7%before –",
    "4others 4before –",
    "0others 0before –",
    "3others 3before –",
  ]);
  expect(screen.getByText("Nothing yet in Won")).toBeTruthy();
});

it("every number but nought opens its records", async () => {
  answers(readPilot, comparison());
  show(<PilotPanel pipeline={running} isEdited={false} />);
  const [won] = await screen.findAllByRole("link", { name: "15" });
  expect(decodeURIComponent(won?.getAttribute("href") ?? "")).toBe(
    "/records/opportunity?scene=all&view=list&filter=stage_type == won",
  );
  expect(screen.queryByRole("link", { name: "0" })).toBeNull();
});

it.each([
  ["Roll out to everyone", true, /^3 open records of the other departments/],
  ["Withdraw pilot", false, /^3 open records of the pilot departments/],
])("%s asks with how many it concerns, and ends it", async (name, adopt, impact) => {
  answers(readPilot, comparison());
  const sent = answers(endPilot, { data: { ...salesPipeline, version: 2 } });
  const user = show(<PilotPanel pipeline={running} isEdited={false} />);
  await user.click(await screen.findByRole("button", { name }));
  const asked = within(await screen.findByRole("dialog"));
  expect(asked.getByText(impact)).toBeTruthy();
  expect(sent).toEqual([]);
  await user.click(asked.getByRole("button", { name }));
  await expect.poll(() => sent.map(({ body }) => body)).toEqual([{ adopt }]);
});

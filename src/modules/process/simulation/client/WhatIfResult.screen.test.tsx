import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show, type Showing } from "../../../../testing/screens/show.tsx";
import { idNo, salesPipeline } from "../../../../testing/screens/world.ts";
import type { RefusedMove, Simulation } from "../shared/simulation.contract.ts";
import { replayed, stopped } from "../../../../testing/screens/replayed.ts";
import { WhatIfResult } from "./WhatIfResult.tsx";

const open = (more: Partial<Simulation> = {}, showing: Showing = {}) =>
  show(<WhatIfResult pipeline={salesPipeline} found={replayed(more)} />, showing);
const figure = async (name: string) =>
  (await screen.findByText(name)).closest("div")?.querySelector("dd")?.textContent;
const move = (more: Partial<RefusedMove>) => ({ refused: [stopped(more)] });
const cells = async () => {
  const row = (await screen.findAllByRole("row"))[1];
  return [...(row?.querySelectorAll("td") ?? [])].map((cell) => cell.textContent);
};

it("where nothing was moved there is nothing to tell", async () => {
  open({ moves: 0 });
  expect(await screen.findByText("No moves in this period")).toBeTruthy();
  expect(screen.queryByText("Moves")).toBeNull();
});

it("says what the draft would have refused, beside what the rules of now would", async () => {
  open();
  expect(await figure("Moves")).toBe("2312 records");
  expect(await figure("Would be blocked by the draft")).toBe("42 into stages the draft does not have");
  expect(await figure("Blocked by the current rules")).toBe("1");
  expect(await figure("Delay (working days)")).toContain("median 3, P90 8");
});

it("a pipeline that was never published has no rules of now; of a delay that is not known only how many wait", async () => {
  open({ live: null, delay: { met_later: 0, never: 4, median: null, p90: null } });
  expect(await figure("Delay (working days)")).toBe("0 met later, 4 not met to date");
  expect(screen.queryByText("Blocked by the current rules")).toBeNull();
});

it("where nothing was delayed there is no delay", async () => {
  open({ delay: { met_later: 0, never: 0, median: null, p90: null } });
  expect(await figure("Moves")).toBeTruthy();
  expect(screen.queryByText("Delay (working days)")).toBeNull();
});

it("what history does not hold is said, not guessed; so is what a file told", async () => {
  open({ imported: 5 });
  expect(await screen.findByText(/It is not guessed/)).toBeTruthy();
  expect(screen.getByText(/^5 of them from imported history/)).toBeTruthy();
});

it("nothing of it where all is known", async () => {
  open({ draft: { refused: 0, passed: 23, undecided: 0, absent: 0 }, refused: [] });
  expect(await figure("Would be blocked by the draft")).toBe("0");
  expect(screen.queryByText(/It is not guessed/)).toBeNull();
  expect(screen.queryByText("Blocked moves")).toBeNull();
});

it("each criterion that stopped a move, in its words and at its gate; those always met are left out", async () => {
  open();
  const bars = (await screen.findByText("By gate and criterion")).closest("section");
  const lines = within(bars ?? document.body)
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);
  expect(lines).toEqual([
    "→ Proposal Fill in “Amount”Not met 4 / 9 · Can’t be determined 1",
    "→ Needs analysis Signed by legalNot met 0 / 3 · Can’t be determined 3",
  ]);
});

it("a stopped move says what it lacked, what became of it and how late it would have been", async () => {
  open(move({}));
  expect((await cells()).filter((_, at) => at !== 1)).toEqual([
    "Flow meters",
    "Needs analysis → Proposal",
    "Fill in “Amount”",
    "Won",
    "¥120K",
    "3 days",
  ]);
});

it("what one may not see is not named; what was never met, was overridden or has no value says so", async () => {
  open(move({ title: null, delay: null, value: null, overridden: true, from: null, criteria: ["gone"] }));
  const [record, , way, lacked, , value, late] = await cells();
  expect([record, way, lacked, value, late]).toEqual([
    "a record you don’t have access to",
    "– → Proposal · exception made at the time",
    "gone",
    "–",
    "not met to date",
  ]);
});

it("an outcome opens its records, each once, and none where there are none", async () => {
  const again = stopped({ at: "2026-11-20T02:00:00Z" });
  open({ refused: [stopped({}), again, stopped({ record: idNo(21), outcome: "lost" })], more: 7 });
  const links = await screen.findAllByRole("link", { name: "Open as list" });
  expect(links.map((link) => decodeURIComponent(link.getAttribute("href") ?? ""))).toEqual([
    `/records/opportunity?filter=id in ["${idNo(20)}"]`,
    `/records/opportunity?filter=id in ["${idNo(21)}"]`,
  ]);
  expect(screen.getByText("7 more not listed")).toBeTruthy();
});

it("who may not read amounts gets the outcomes without them", async () => {
  open({ outcomes: [{ outcome: "won", records: 2, value: null }] });
  const line = (await screen.findByText("What became of the blocked records")).closest("section");
  expect(within(line ?? document.body).getByRole("listitem").textContent).toMatch(/^Won 2\s+Open as list$/);
});

it("Chinese has its own marks between reasons", async () => {
  open(move({ criteria: ["a", "b"] }), { language: "zh-CN" });
  expect((await cells())[3]).toBe("a；b");
});

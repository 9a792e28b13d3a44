import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { answered, answerNotes } from "../../../../testing/screens/answered.ts";
import { show, type Showing } from "../../../../testing/screens/show.tsx";
import { idNo, salesPipeline } from "../../../../testing/screens/world.ts";
import type { RefusedMove, Simulation } from "../shared/simulation.contract.ts";
import { replayed, stopped } from "../../../../testing/screens/replayed.ts";
import { WhatIfResult } from "./WhatIfResult.tsx";

const open = (more: Partial<Simulation> = {}, showing: Showing = {}) =>
  show(<WhatIfResult pipeline={salesPipeline} found={replayed(more)} />, showing);
const move = (more: Partial<RefusedMove>) => ({ refused: [stopped(more)] });
const cells = async () => {
  const row = (await screen.findAllByRole("row"))[1];
  return [...(row?.querySelectorAll("td") ?? [])].map((cell) => cell.textContent);
};

it("where nothing was moved there is nothing to tell", async () => {
  open({ moves: 0 });
  expect(await screen.findByText("No moves in this period")).toBeTruthy();
  expect(screen.queryByText(/^Would block/)).toBeNull();
});

it("says what the draft would have refused and what that would have cost, then the rest", async () => {
  open();
  expect(await answered()).toBe("Would block 4 moves, of which 2 were later won (¥240K)");
  expect(screen.getAllByTitle("¥240,000")).toHaveLength(2);
  expect(await answerNotes()).toEqual([
    "23 moves of 12 records checked",
    "the current rules would block 1",
    "1 can’t be determined",
    "2 into stages the draft does not have",
    "half delayed up to 3 working days, 90% up to 8",
    "3 met later",
    "1 not met to date",
  ]);
});

it("a pipeline that was never published has no rules of now; of a delay that is not known only how many wait", async () => {
  open({ live: null, delay: { met_later: 0, never: 4, median: null, p90: null } });
  const all = (await answerNotes()).join("; ");
  expect(all).toContain("4 not met to date");
  expect(all).not.toMatch(/current rules|met later|half delayed/);
});

it("what history does not hold is said, not guessed; so is what a file told", async () => {
  open({ imported: 5 });
  expect(await screen.findByText(/It is not guessed/)).toBeTruthy();
  expect(screen.getByText(/^5 of them from imported history/)).toBeTruthy();
});

it("where a file told all of them, that is said once", async () => {
  open({ imported: 23 });
  expect(await screen.findByText(/^all from imported history/)).toBeTruthy();
  expect(screen.queryByText(/of them from imported/)).toBeNull();
});

it("nothing of it where all is known", async () => {
  open({ draft: { refused: 0, passed: 23, undecided: 0, absent: 0 }, refused: [], gates: [] });
  expect(await answered()).toBe("Would block none of 23 moves");
  expect(screen.queryByText(/It is not guessed/)).toBeNull();
  expect(screen.queryByText("Blocked moves")).toBeNull();
});

it("each criterion that stopped a move, in its words, the most frequent first; those always met are left out", async () => {
  open();
  await answered();
  const lines = (name: string) =>
    within(screen.getByRole("list", { name }))
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent);
  expect(lines("By criterion")).toEqual([
    "Fill in “Amount” → Proposal4 of 9 not met · 1 can’t be determined",
  ]);
  expect(lines("Criteria that history can’t answer")).toEqual([
    "Signed by legal → Needs analysis3 can’t be determined",
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

it("an outcome opens its records, each once, and says where it opens only the first", async () => {
  const again = stopped({ at: "2026-11-20T02:00:00Z" });
  open({ refused: [stopped({}), again, stopped({ record: idNo(21), outcome: "lost" })], more: 7 });
  const outcomes = await screen.findByRole("list", { name: "What became of the blocked records" });
  const links = within(outcomes).getAllByRole("link");
  expect(links.map(({ textContent }) => textContent)).toEqual(["View the first 1", "View"]);
  expect(links.map((link) => decodeURIComponent(link.getAttribute("href") ?? ""))).toEqual([
    `/records/opportunity?scene=all&filter=id in ["${idNo(20)}"]`,
    `/records/opportunity?scene=all&filter=id in ["${idNo(21)}"]`,
  ]);
  expect(screen.getByText("7 more not listed")).toBeTruthy();
});

it("who may not read amounts gets the outcomes without them", async () => {
  open({ outcomes: [{ outcome: "won", records: 2, value: null }] });
  expect(await answered()).toBe("Would block 4 moves, of which 2 were later won");
  const outcomes = screen.getByRole("list", { name: "What became of the blocked records" });
  expect(within(outcomes).getByRole("listitem").textContent).toBe("Won2View the first 1");
});

it("Chinese has its own marks between reasons", async () => {
  open(move({ criteria: ["a", "b"] }), { language: "zh-CN" });
  expect((await cells())[3]).toBe("a；b");
});

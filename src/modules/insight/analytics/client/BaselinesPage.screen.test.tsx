import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { deleteRecord } from "../../../../shared/wire/records.contract.ts";
import { answered, answerNotes } from "../../../../testing/screens/answered.ts";
import { address, keeps, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { type BaselineCheck, checkBaseline } from "../shared/baseline.contract.ts";

const kept = {
  id: idNo(50),
  version: 1,
  name: "Third quarter",
  metric: "win_rate",
  cut_off: "2026-10-01T02:00:00Z",
  log_position: 4711,
  record_count: 23,
} as const;
const check = (more: Partial<BaselineCheck> = {}): { data: BaselineCheck } => ({
  data: {
    id: kept.id,
    name: kept.name,
    metric: "win_rate",
    question: {},
    cut_off: kept.cut_off,
    log_position: kept.log_position,
    record_count: kept.record_count,
    created_at: kept.cut_off,
    frozen: [
      { name: "total.won", value: "1234" },
      { name: "total.won_amount.currency", value: "CNY" },
    ],
    again: [{ name: "total.won", value: "1234" }],
    believed: [{ name: "total.won", value: "1235" }],
    now: [{ name: "total.won", value: "1300" }],
    identical: true,
    corrected: false,
    same_records: true,
    ...more,
  },
});
function open(records: readonly (typeof kept)[] = [kept], path = "", showing: Showing = {}) {
  keeps("baseline", records);
  return showPage(`/insight/baselines${path}`, showing);
}
const rows = async (name: string) =>
  [...((await screen.findByRole("region", { name })).querySelectorAll("tr") ?? [])].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );

it("says what was frozen, as of when, and of how many records", async () => {
  open();
  const line = (await screen.findByText("Third quarter")).closest("tr");
  expect(line?.textContent).toContain("Win rate");
  expect(line?.textContent).toContain(timeText(kept.cut_off));
  expect(line?.textContent).toContain("23");
});

it("checked it stands beside itself worked out again, and beside today; that stands in the address", async () => {
  answers(checkBaseline, check());
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Verify" }));
  const [heads, figures, ...more] = await rows("Third quarter");
  expect(await answered()).toBe(
    "Recalculated from the data known then: identical; 1 figure has changed since",
  );
  expect(heads).toHaveLength(3);
  expect(figures).toEqual(["Total · Won", "1,234", "1,300"]);
  expect(more).toEqual([]);
  expect(address()).toContain(`open=${kept.id}`);
  await user.click(screen.getByRole("button", { name: "Verify" }));
  await expect.poll(address).toBe("/insight/baselines");
});

it("history that was corrected since has a column of its own", async () => {
  answers(checkBaseline, check({ corrected: true }));
  open([kept], `?open=${kept.id}`);
  const [, figures] = await rows("Third quarter");
  expect(figures).toEqual(["Total · Won", "1,234", "1,235", "1,300"]);
});

it("what differs warns", async () => {
  answers(checkBaseline, check({ identical: false, same_records: false, again: [] }));
  open([kept], `?open=${kept.id}`);
  const [, figures] = await rows("Third quarter");
  expect(figures?.[2]).toBe("—");
  expect(await answered()).toMatch(/: 1 figure differs; /);
  expect(await answerNotes()).toEqual([
    "The records behind the figures have changed",
    expect.stringMatching(/^You may have access to other records/),
  ]);
});

it("what did not change is folded away from what did; the name opens it, and the funnel of that day", async () => {
  const same = { name: "total.lost", value: "7" };
  const of = (value: string) => [{ name: "total.won", value }, same];
  answers(
    checkBaseline,
    check({ frozen: of("1"), again: of("1"), now: of("2"), question: { pipeline: idNo(9) } }),
  );
  const user = open();
  await user.click(await screen.findByRole("link", { name: "Third quarter" }));
  expect(await screen.findByRole("table", { name: "Figures that changed" })).toBeTruthy();
  const folded = screen.getByRole("table", { name: "Figures that did not change" });
  expect(folded.closest("details")?.open).toBe(false);
  const day = screen.getByRole("link", { name: "Open the funnel of that day" }).getAttribute("href");
  expect(day).toBe(`/insight/funnel?as_of=2026-10-01&pipeline=${idNo(9)}&period=all`);
});

it("one that cannot be worked out any more says so", async () => {
  answers(checkBaseline, refusal(422, "unknown_metric", { detail: "No module brings this metric" }));
  open([kept], `?open=${kept.id}`);
  expect(await screen.findByText("No module brings this metric")).toBeTruthy();
});

it("none yet is said; who looks as someone else removes none", async () => {
  open([]);
  expect(await screen.findByText("No baselines yet")).toBeTruthy();
});

it("who looks as someone else checks, and removes nothing", async () => {
  const viewing = {
    kind: "user",
    by: { id: idNo(5), name: "Admin" },
    since: "2026-11-30T01:00:00Z",
  } as const;
  open([kept], "", { me: { viewing } });
  expect(await screen.findByRole("button", { name: "Verify" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Third quarter/ })).toBeNull();
});

it("removing asks first", async () => {
  const gone = answers(deleteRecord, undefined);
  const user = open();
  await user.click(await screen.findByRole("button", { name: /Third quarter/ }));
  expect(await screen.findByRole("dialog")).toBeTruthy();
  expect(gone).toHaveLength(0);
});

import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { deleteRecord } from "../../../../shared/wire/records.contract.ts";
import { answered, answerNotes } from "../../../../testing/screens/answered.ts";
import { address, keeps, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, LI_NA, WANG_WEI } from "../../../../testing/screens/world.ts";
import { readSharing } from "../../../base/sharing/shared/sharing.contract.ts";
import { listMetrics } from "../shared/insight.contract.ts";
import type { MovementName } from "../shared/movement.contract.ts";
import { timeText } from "../../../../ui/kit/time-text.ts";
import {
  type BaselineCheck,
  checkBaseline,
  compareBaselines,
  type ComparedBaseline,
} from "../shared/baseline.contract.ts";

const kept = {
  id: idNo(50),
  version: 1,
  name: "Third quarter",
  metric: "win_rate",
  cut_off: "2026-10-01T02:00:00Z",
  log_position: 4711,
  record_count: 23,
  owner: LI_NA,
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

const CNY = "CNY";
/** A movement in which only what is told differs from nought. */
function movementOf(told: Partial<Record<MovementName, readonly [count: number, amount: string]>>) {
  const figure = (name: MovementName) => {
    const [count, amount] = told[name] ?? [0, "0"];
    return {
      count,
      amount: { amount, currency: CNY },
      records: { object: "opportunity", filter: `${name} == 1` },
    };
  };
  const frame = {
    object: "opportunity",
    pipeline: null,
    mode: "flow",
    from: "2026-09-01",
    to: "2026-09-30",
    as_of: null,
    computed_at: kept.cut_off,
    start_at: kept.cut_off,
    end_at: kept.cut_off,
    sight: "all",
  } as const;
  return { ...frame, ...eachStep(figure) };
}
function eachStep<T>(of: (name: MovementName) => T) {
  const [start, fresh, increased, decreased] = [of("start"), of("new"), of("increased"), of("decreased")];
  const [moved_in, moved_out, won, lost, end] = [
    of("moved_in"),
    of("moved_out"),
    of("won"),
    of("lost"),
    of("end"),
  ];
  return { start, new: fresh, increased, decreased, moved_in, moved_out, won, lost, end };
}
const side = (
  number: number,
  day: string,
  sum: string,
  forecast: string,
  more: object = {},
): ComparedBaseline => ({
  ...check().data,
  id: idNo(number),
  name: `Movement ${number}`,
  metric: "movement",
  maker: LI_NA,
  at: `${day}T02:00:00Z`,
  frozen: [
    { name: "end.count", value: "2" },
    { name: "end.amount.amount", value: sum },
    { name: "end.amount.currency", value: CNY },
  ],
  records: eachStep((name) => ({ object: "opportunity", filter: `${name} == 1` })),
  forecast: { amount: forecast, currency: CNY },
  ...more,
});
const two = [61, 62].map((number) => ({
  ...kept,
  id: idNo(number),
  name: `Movement ${number}`,
  metric: "movement",
}));
const compared = (more: object = {}) => ({
  data: {
    before: side(61, "2026-10-01", "100000", "40000", more),
    after: side(62, "2026-11-01", "130000", "70000"),
    between: movementOf({ start: [2, "100000"], new: [1, "50000"], won: [1, "20000"], end: [2, "130000"] }),
  },
});
const compare = () => {
  answers(listMetrics, { data: [] });
  return open(two as never, `?first=${idNo(61)}&second=${idNo(62)}`);
};

it("two movements side by side: what was open and forecast then and then, and what moved between", async () => {
  answers(compareBaselines, compared());
  compare();
  expect(await answered()).toBe(
    "¥130K open on 2026-11-01, ¥30K more than on 2026-10-01; the forecast went from ¥40K to ¥70K, ¥50K came in between, ¥20K won",
  );
  expect(await answerNotes()).toEqual([]);
  const table = await screen.findByRole("table", { name: "Side by side" });
  const line = [...table.querySelectorAll("tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(line).toContainEqual(["End", "2", "¥100,000", "2", "¥130,000", "+¥30,000"]);
  expect(line).toContainEqual(["Forecast by probability", "", "¥40,000", "", "¥70,000", "+¥30,000"]);
  const figure = [...table.querySelectorAll("a")].find((link) => link.textContent === "2");
  expect(figure?.getAttribute("href")).toMatch(/^\/records\/opportunity\?.*filter=end/);
});

it("of a colleague's it says whose sight counts, and where the two do not meet", async () => {
  answers(compareBaselines, compared({ maker: WANG_WEI, frozen: [{ name: "end.count", value: "9" }] }));
  compare();
  expect(await answerNotes()).toEqual([
    expect.stringMatching(/^A colleague saved “Movement 61”/),
    expect.stringMatching(/^What moved starts at ¥100,000, not at the 9 /),
  ]);
});

it("one's own are shared, for reading; those of colleagues say whose they are and are not removed", async () => {
  const mine = { ...kept, owner: LI_NA };
  const theirs = {
    ...kept,
    id: idNo(51),
    name: "Fourth quarter",
    owner: WANG_WEI,
    titles: { owner: "王伟" },
  };
  answers(readSharing, { data: { may_share: true, powerless: [] } });
  for (const object of ["share", "user", "department", "team", "role"]) keeps(object, []);
  const user = open([mine, theirs] as never);
  expect(await screen.findByText("王伟")).toBeTruthy();
  expect(screen.getAllByRole("button", { name: "Share" })).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Share" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Share the baseline “Third quarter”" }));
  await user.click(await dialog.findByRole("button", { name: "Share" }));
  expect(await screen.findByText("Shared with")).toBeTruthy();
  expect(screen.queryByText("Access")).toBeNull();
});

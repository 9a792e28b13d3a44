import { expect, test } from "vitest";
import { demoClock } from "./demo-clock.ts";
import { demoId, linked } from "./demo-ids.ts";
import { randomFrom } from "./random.ts";
import { ref, refTo } from "./record.ts";
import { type DealStage, simulateDeal } from "./simulate-deal.ts";

const TODAY = "2026-11-20";
const clock = demoClock(TODAY);

test("chance repeats itself by its seed, and one part's draws do not move another's", () => {
  const draws = (seed: string) => {
    const random = randomFrom(seed);
    return Array.from({ length: 20 }, () => random.next());
  };
  expect(draws("a")).toEqual(draws("a"));
  expect(draws("a")).not.toEqual(draws("b"));
  const random = randomFrom("a");
  const before = random.fork("deals").next();
  random.next();
  expect(random.fork("deals").next()).toBe(before);
  expect(random.fork("leads").next()).not.toBe(before);
});

test("draws keep to what was asked: ends within, weights of nothing never, half the values below a median", () => {
  const random = randomFrom("draws");
  const ints = new Set(Array.from({ length: 500 }, () => random.int(1, 6)));
  expect([...ints].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
  const picked = new Set(
    Array.from({ length: 300 }, () =>
      random.weighted([
        ["a", 3],
        ["b", 0],
        ["c", 1],
      ]),
    ),
  );
  expect([...picked].toSorted()).toEqual(["a", "c"]);
  const skewed = Array.from({ length: 2000 }, () => random.skewed(10, 0.5));
  const below = skewed.filter((value) => value < 10).length / skewed.length;
  expect(below).toBeGreaterThan(0.45);
  expect(below).toBeLessThan(0.55);
  expect(Math.min(...skewed)).toBeGreaterThan(0);
  expect(() => random.pick([])).toThrow();
});

test("the story is worked on working days, legal holidays and weekends left out", () => {
  expect(clock.workday("2026-10-01") > "2026-10-06").toBe(true);
  expect(clock.workday("2026-11-18")).toBe("2026-11-18");
  expect(clock.workday("2026-11-21")).toBe("2026-11-23");
  expect(clock.working("2026-11-20", 1)).toBe("2026-11-23");
  expect(clock.working("2026-11-23", -1)).toBe("2026-11-20");
});

test("days of business lie between the start and today, more of them in busy months", () => {
  const random = randomFrom("days");
  const days = Array.from({ length: 3000 }, () => clock.seasonal(random));
  expect(days.every((day) => day >= clock.start && day < TODAY && clock.workday(day) === day)).toBe(true);
  const inMonth = (month: string) => days.filter((day) => day.slice(5, 7) === month).length;
  expect(inMonth("03")).toBeGreaterThan(inMonth("02") * 1.5);
});

test("the end of a month is one of its last four working days, a moment one of working hours", () => {
  const random = randomFrom("ends");
  const ends = new Set(Array.from({ length: 100 }, () => clock.monthEnd("2026-09-10", random)));
  // The 25th is the Mid-Autumn Festival, the 26th and 27th a weekend.
  expect([...ends].toSorted()).toEqual(["2026-09-24", "2026-09-28", "2026-09-29", "2026-09-30"]);
  for (let at = 0; at < 100; at += 1) {
    const hour = Number(clock.moment("2026-09-10", random).slice(11, 13)) + 8;
    expect(hour).toBeGreaterThanOrEqual(9);
    expect(hour).toBeLessThanOrEqual(17);
  }
});

test("a deal goes from stage to stage, each later than the one before, and ends once or comes back", () => {
  const order: readonly DealStage[] = ["discovery", "needs", "solution", "proposal", "negotiation", "won"];
  const random = randomFrom("deals");
  let [won, lost] = [0, 0];
  for (let at = 0; at < 400; at += 1) {
    const visits = simulateDeal({ start: "2025-06-03", skill: 1, size: 1 }, clock, random.fork(String(at)));
    expect(visits[0]?.stage).toBe("discovery");
    expect(visits.every((visit, index) => index === 0 || visit.from > (visits[index - 1]?.from ?? ""))).toBe(
      true,
    );
    expect(visits.every(({ from }) => from < TODAY)).toBe(true);
    const last = visits.at(-1)?.stage;
    if (last === "won") won += 1;
    if (last === "lost") lost += 1;
    expect(visits.slice(0, -1).some(({ stage }) => stage === "won")).toBe(false);
    for (const [index, { stage }] of visits.entries()) {
      const before = visits[index - 1]?.stage;
      if (before && before !== "lost" && stage !== "lost")
        expect(Math.abs(order.indexOf(stage) - order.indexOf(before))).toBeLessThanOrEqual(2);
    }
  }
  expect([won > 40, lost > 150]).toEqual([true, true]);
});

test("skill wins more, size takes longer", () => {
  const wins = (skill: number) =>
    Array.from({ length: 300 }, (_, at) =>
      simulateDeal({ start: "2025-01-06", skill, size: 1 }, clock, randomFrom(`skill ${at}`)),
    ).filter((visits) => visits.at(-1)?.stage === "won").length;
  expect(wins(2)).toBeGreaterThan(wins(0.7) * 1.5);
  const reached = (size: number) =>
    Array.from(
      { length: 200 },
      (_, at) =>
        simulateDeal({ start: "2026-10-12", skill: 5, size }, clock, randomFrom(`size ${at}`)).length,
    ).reduce((sum, count) => sum + count, 0);
  expect(reached(0.5)).toBeGreaterThan(reached(3));
});

test("a deal that begins today has no story yet", () =>
  expect(simulateDeal({ start: TODAY, skill: 1, size: 1 }, clock, randomFrom("x"))).toEqual([]));

test("an id tells when its record came to be and is the same each time", () => {
  const at = "2026-01-02T03:04:05.678Z";
  const id = demoId({ key: "account 1", at });
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(Date.parse(at));
  expect(demoId({ key: "account 1", at })).toBe(id);
  expect(demoId({ key: "account 2", at })).not.toBe(id);
});

test("links name records by their keys, also within lists and links of several targets", () => {
  const ids = new Map([
    ["a", "id-a"],
    ["b", "id-b"],
  ]);
  expect(
    linked(
      { account: ref("a"), regarding: refTo("lead", "b"), all: [ref("a"), ref("b")], name: "x", none: null },
      ids,
    ),
  ).toEqual({
    account: "id-a",
    regarding: { object: "lead", id: "id-b" },
    all: ["id-a", "id-b"],
    name: "x",
    none: null,
  });
  expect(() => linked({ account: ref("nobody") }, ids)).toThrow(/nobody/);
});

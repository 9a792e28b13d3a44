import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { say } from "../../../../shared/i18n/messages.ts";
import { readAttainment, type RecordClock } from "../shared/clocks.contract.ts";
import { attainmentAnswer } from "./Attainment.tsx";
import { clockLevel, clockText, lengthText } from "./clock-words.ts";
import { missingOf, readLevel, valuesOf } from "./level-form.ts";
import { showPage } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import { listRecords } from "../../../../shared/wire/records.contract.ts";

const t: Parameters<typeof clockText>[1] = (message, params) => say(message, "zh-CN", params);
const clock = (more: Partial<RecordClock>): RecordClock => ({
  id: idNo(1),
  service_level: { id: idNo(2), name: "reply", label: { "zh-CN": "首次答复", en: "First reply" } },
  state: "running",
  started_at: "2026-11-30T02:00:00Z",
  due_at: "2026-11-30T03:20:00Z",
  remaining_minutes: 80.5,
  stopped_at: null,
  breached_at: null,
  reason: null,
  ...more,
});

it("says what is left as people say it, and colours what presses", () => {
  expect([lengthText(80, t), lengthText(-7, t), lengthText(120, t), lengthText(1500, t)]).toEqual([
    "1 小时 20 分",
    "7 分钟",
    "2 小时",
    "25 小时",
  ]);
  expect(clockText(clock({}), t)).toBe("还剩 1 小时 20 分");
  expect(clockText(clock({ state: "breached", remaining_minutes: -30 }), t)).toBe("超时 30 分钟");
  expect(clockText(clock({ state: "paused", remaining_minutes: 5 }), t)).toBe("已暂停，还剩 5 分钟");
  expect(clockText(clock({ state: "met", remaining_minutes: null }), t)).toBe("按时完成");
  expect([
    clockLevel(clock({})),
    clockLevel(clock({ state: "warned" })),
    clockLevel(clock({ state: "breached" })),
  ]).toEqual([undefined, "amber", "red"]);
});

const kept = {
  id: idNo(3),
  name: "reply",
  label: { "zh-CN": "首次答复", en: "First reply" },
  object: "task",
  start: 'status == "open"',
  pause: null,
  stop: 'status == "done"',
  target: { amount: 4, unit: "working_hours" },
  warn: null,
  escalate: [{ after: { amount: 1, unit: "hours" }, to: { role: "administrator" } }],
  active: true,
};

it("a level is sent as it was read, and lacks what it lacks", () => {
  const form = readLevel(kept);
  const { id: _id, active: _active, ...rest } = kept;
  expect(valuesOf(form)).toEqual(rest);
  expect(missingOf(form, null)).toBeNull();
  expect(missingOf(form, "start")?.en).toMatch(/Apply the condition/);
  expect(missingOf({ ...form, stop: " " }, null)?.en).toMatch(/when it is kept/);
  expect(missingOf({ ...form, label: { en: "x" } }, null)?.en).toMatch(/both languages/);
});

it("the settings list levels with their object and target", async () => {
  answers(listRecords, { data: [kept], page: { next: null } });
  answers(readAttainment, { groups: [] });
  showPage("/settings/service-levels");
  expect(await screen.findByText("First reply", { selector: "strong" })).toBeTruthy();
  expect(screen.getByText("4 hours of work")).toBeTruthy();
  expect(screen.getByRole("switch", { name: "Active First reply" })).toBeTruthy();
});

it("how often a level was kept is said in a sentence, and by week where that is asked", async () => {
  answers(listRecords, { data: [kept], page: { next: null } });
  const group = { key: idNo(9), label: "Wang Wei", met: 6, breached: 2, open: 3, rate: 0.75 };
  const asked = answers(readAttainment, { groups: [group] });
  const user = showPage("/settings/service-levels");
  expect(await screen.findByText("75%", { selector: "strong" })).toBeTruthy();
  const table = within(screen.getByRole("table", { name: "How often it was kept" }));
  expect(table.getByRole("row", { name: "Wang Wei 6 2 3 75%" })).toBeTruthy();
  await user.click(screen.getByText("Week"));
  await expect.poll(() => asked.at(-1)?.body).toMatchObject({ service_level: "reply", group_by: "week" });
});

it("of what is still running nothing is claimed", () => {
  const running = { key: null, label: null, met: 0, breached: 0, open: 2, rate: null };
  expect(attainmentAnswer([running], 30).map(({ message, params }) => say(message, "en", params))).toEqual([
    "None that began in 30 days is decided yet",
    "2 are still running",
  ]);
});

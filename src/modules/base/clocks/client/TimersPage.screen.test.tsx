import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import { listTimers, retryTimer, type Timer } from "../shared/timers.contract.ts";

const counts = { waiting: 3, due: 0, fired: 1200, failed: 1 };
const timer = (more: Partial<Timer>): Timer => ({
  id: idNo(1),
  kind: "limit",
  label: { "zh-CN": "时限提醒", en: "Reminder" },
  object: "task",
  record: idNo(2),
  title: "Call",
  due_at: "2026-11-30T02:00:00Z",
  run_at: "2026-11-30T02:00:00Z",
  state: "waiting",
  tries: 0,
  error: null,
  ended_at: null,
  ...more,
});

it("says how many there are of each, and tries again what failed, with the reason in words", async () => {
  answers(listTimers, { data: [timer({ title: null })], counts, page: { next: null } });
  const user = showPage("/settings/timers");
  expect(await screen.findByText("Task · A record you cannot see")).toBeTruthy();
  expect(screen.getByRole("tab", { name: "Fired 1,200" })).toBeTruthy();
  answers(listTimers, {
    data: [timer({ state: "failed", tries: 6, error: { code: "gone", message: "Nobody is left" } })],
    counts,
    page: { next: null },
  });
  const asked = answers(retryTimer, { id: idNo(1) });
  await user.click(screen.getByRole("tab", { name: "Failed 1" }));
  expect(await screen.findByText(/Tried 6 times · Nobody is left/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("It is due again")).toBeTruthy();
  expect(asked).toHaveLength(1);
});

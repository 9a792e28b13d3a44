import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import {
  readHealth,
  retrySubscribers,
  type HealthPointInWords,
} from "../../../../shared/wire/health.contract.ts";
import { listJobs } from "../../../../shared/wire/jobs.contract.ts";
import { readSubscribers } from "../../../../shared/wire/subscribers.contract.ts";
import { address, showPage } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";

const well: HealthPointInWords = {
  name: "queue",
  state: "ok",
  value: 0,
  unit: "seconds",
  since: null,
  details: [],
  label: { "zh-CN": "队列", en: "Queue" },
  state_text: "OK",
  means: "How long work waits",
  todo: null,
};
const ill: HealthPointInWords = {
  ...well,
  name: "subscribers",
  state: "ill",
  value: 2,
  unit: "count",
  label: { "zh-CN": "后台处理", en: "Background processing" },
  state_text: "Problem",
  todo: "Look at what they said",
};

it("says that all is well only where every point is", async () => {
  answers(readSubscribers, { data: [] });
  answers(readHealth, { data: [well] });
  showPage("/settings/health");
  expect(await screen.findByText("All is well.")).toBeTruthy();
});

it("what is ill says what to do, and failed subscribers are tried again by one press", async () => {
  answers(readSubscribers, { data: [] });
  answers(readHealth, { data: [well, ill] });
  const retried = answers(retrySubscribers, { retried: 2 });
  const user = showPage("/settings/health");
  expect(await screen.findByText("What to do: Look at what they said")).toBeTruthy();
  expect(screen.queryByText("All is well.")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Retry now" }));
  expect(await screen.findByText("Retrying 2")).toBeTruthy();
  expect(retried).toHaveLength(1);
});

it("who does not run the system is led elsewhere, and not offered it", async () => {
  answers(listJobs, { data: [], page: { next: null } });
  showPage("/settings/health", { role: "seller" });
  expect(await screen.findByRole("link", { name: "Background jobs" })).toBeTruthy();
  await expect.poll(address).not.toBe("/settings/health");
  expect(screen.queryByRole("link", { name: "System health" })).toBeNull();
});

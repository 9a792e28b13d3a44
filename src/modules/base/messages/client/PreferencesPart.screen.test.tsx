import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { readCompanySettings } from "../../identity/shared/company.contract.ts";
import { keepNotificationPreferences, readNotificationPreferences } from "../shared/preferences.contract.ts";

const preferences = {
  events: [
    { event: "task", label: { "zh-CN": "分配任务", en: "Task assigned" }, bell: "at_once", mail: "digest" },
  ],
  quiet_hours: null,
  digest_at: "08:30",
  zone: "Asia/Shanghai",
} as const;

function open() {
  answers(readCompanySettings, {
    data: {
      name: "Qucheng",
      currency: "CNY",
      zone: "Asia/Shanghai",
      language: "en",
      stalled_digest: true,
      stalled_digest_at: "08:30",
    },
  });
  answers(readNotificationPreferences, { data: preferences });
  return showPage("/settings/notifications", { role: "seller" });
}

it("what is chosen is kept at once, everything else as it was", async () => {
  const kept = answers(keepNotificationPreferences, ({ body }) => ({
    data: { ...preferences, ...(body as object) } as never,
  }));
  const user = open();
  await user.click(await screen.findByRole("switch", { name: "Bell: Task assigned" }));
  await expect.poll(() => kept.map(({ body }) => body.events[0]?.bell)).toEqual(["never"]);
  expect(kept[0]?.body).toMatchObject({ digest_at: "08:30", events: [{ mail: "digest" }] });
  await user.click(screen.getByRole("switch", { name: "Quiet hours" }));
  await expect.poll(() => kept.at(-1)?.body.quiet_hours).toEqual({ from: "22:00", until: "08:00" });
  expect(await screen.findByText("22:00")).toBeTruthy();
});

it("what the server refuses is told, and shown as it was", async () => {
  answers(keepNotificationPreferences, refusal(422, "unknown_event", { detail: "There is no such event" }));
  const user = open();
  const bell = await screen.findByRole("switch", { name: "Bell: Task assigned" });
  await user.click(bell);
  expect(await screen.findByText("There is no such event")).toBeTruthy();
  expect(bell.getAttribute("aria-checked")).toBe("true");
});

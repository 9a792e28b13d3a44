import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { keepPreferences } from "../../../../../shared/wire/session.contract.ts";
import { showPage } from "../../../../../testing/screens/show.tsx";
import { answers } from "../../../../../testing/screens/stand-in.ts";
import { readNotificationPreferences } from "../../../messages/shared/preferences.contract.ts";
import { type CompanySettingsAnswer, readCompanySettings } from "../../shared/company.contract.ts";

const company: CompanySettingsAnswer = {
  name: "Qucheng",
  currency: "CNY",
  zone: "Asia/Shanghai",
  language: "en",
  stalled_digest: true,
  stalled_digest_at: "08:30",
};

/** What the part of another module asks for on the same page. */
const ways = { events: [], quiet_hours: null, digest_at: "08:30", zone: "Asia/Shanghai" };

function open(more: Partial<CompanySettingsAnswer> = {}, preferences: Record<string, boolean> = {}) {
  answers(readCompanySettings, { data: { ...company, ...more } });
  answers(readNotificationPreferences, { data: ways });
  const kept = answers(keepPreferences, ({ body }) => ({ data: body }));
  return { user: showPage("/settings/notifications", { role: "seller", me: { preferences } }), kept };
}
const switched = () => screen.findByRole("switch", { name: "Stalled deals reminder" });

it("whoever has said nothing is told what stands still, at the company’s hour", async () => {
  open();
  expect((await switched()).getAttribute("aria-checked")).toBe("true");
  expect(screen.getByText(/08:30.*Asia\/Shanghai/)).toBeTruthy();
});

it("each person may do without", async () => {
  const { user, kept } = open();
  await user.click(await switched());
  await expect.poll(() => kept.map(({ body }) => body)).toEqual([{ "notify.stalled": false }]);
  await expect.poll(async () => (await switched()).getAttribute("aria-checked")).toBe("false");
});

it("what was chosen before is shown", async () => {
  open({}, { "notify.stalled": false });
  expect((await switched()).getAttribute("aria-checked")).toBe("false");
});

it("where the company tells nobody, there is nothing to choose", async () => {
  const { user, kept } = open({ stalled_digest: false });
  const off = await switched();
  expect(off.getAttribute("aria-checked")).toBe("false");
  await user.click(off);
  expect(kept).toHaveLength(0);
});

it("what one follows need not be told", async () => {
  const { user, kept } = open();
  await user.click(await screen.findByRole("switch", { name: "Changes to records I follow" }));
  await expect.poll(() => kept.map(({ body }) => body)).toEqual([{ "notify.followed": false }]);
});

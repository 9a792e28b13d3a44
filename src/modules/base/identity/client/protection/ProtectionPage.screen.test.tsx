import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { choose, fill, keeps, showPage } from "../../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../../testing/screens/stand-in.ts";
import { idNo, WANG_WEI } from "../../../../../testing/screens/world.ts";
import { readBalanceEntries } from "../../../balances/shared/balances.contract.ts";
import { type ExportUse, readExportUse } from "../../shared/export-use.contract.ts";
import {
  changeSecuritySettings,
  readSecuritySettings,
  type SecurityAnswer,
} from "../../shared/security.contract.ts";
import { DEFAULT_SECURITY } from "../../shared/security.ts";

const SELLER = idNo(60);
const security: SecurityAnswer = {
  ...DEFAULT_SECURITY,
  oidc_secret_kept: false,
  oidc_redirect: "https://crm.example/api/v1/session/oidc/callback",
  your_address: "10.1.2.3",
};
const used: ExportUse = {
  user: WANG_WEI,
  name: "Wang Wei",
  today: 1200,
  week: 3400,
  month: 5600,
  files: 7,
  last: "2026-11-30",
};

function open(state: Partial<SecurityAnswer> = {}, use: readonly ExportUse[] = []) {
  const now = { ...security, ...state };
  answers(readSecuritySettings, { data: now });
  answers(readExportUse, { data: [...use], page: { next: null } });
  keeps("role", [{ id: SELLER, name: "seller", label: { en: "Seller" } }]);
  const kept = answers(changeSecuritySettings, { data: now });
  return { user: showPage("/settings/protection"), kept };
}
const card = async (title: string) => {
  const found = (await screen.findByRole("heading", { name: title })).closest("section");
  if (!found) throw new Error(`${title} is no part of the settings`);
  return within(found);
};
const save = (part: Awaited<ReturnType<typeof card>>) =>
  part.getByRole<HTMLButtonElement>("button", { name: "Save" });
const limit = (text: string) => screen.findByLabelText<HTMLInputElement>(text);

it("limits of the company are kept, and one that is left empty is none", async () => {
  const { user, kept } = open({ exports: { company: { rows: 500, daily: 900 }, roles: {} } });
  const limits = await card("Export limits");
  expect(save(limits).disabled).toBe(true);
  await fill(user, await limit("Everyone (default) Rows per export"), "1000");
  await user.clear(await limit("Everyone (default) Rows per person per day"));
  await user.click(save(limits));
  await expect.poll(() => kept.length).toBe(1);
  expect(kept[0]?.body).toEqual({ exports: { company: { rows: 1000, daily: null }, roles: {} } });
});

it("a role gets limits of its own, beginning with none, and is offered no second time", async () => {
  const { user, kept } = open();
  const limits = await card("Export limits");
  await choose(user, await limit("Add limits for a role…"), "Seller");
  await fill(user, await limit("Seller Rows per person per day"), "50");
  expect(screen.queryByLabelText("Add limits for a role…")).toBeNull();
  await user.click(save(limits));
  await expect.poll(() => kept.length).toBe(1);
  expect(kept[0]?.body.exports).toEqual({
    company: { rows: null, daily: null },
    roles: { [SELLER]: { rows: null, daily: 50 } },
  });
});

it("a role’s own limits are taken away, the company’s are not", async () => {
  const exports = { company: { rows: 10, daily: null }, roles: { [SELLER]: { rows: 5, daily: null } } };
  const { user, kept } = open({ exports });
  const limits = await card("Export limits");
  const remove = await limits.findAllByRole("button", { name: "Remove" });
  expect(remove).toHaveLength(1);
  await user.click(remove[0] ?? expect.fail("no button"));
  await user.click(save(limits));
  await expect.poll(() => kept[0]?.body).toEqual({ exports: { ...exports, roles: {} } });
});

it("searches by masked values are limited by the hour, or not at all", async () => {
  const { user, kept } = open();
  const masked = await card("Searching by masked fields");
  expect((await limit("Searches per person per hour")).value).toBe("100");
  await user.clear(await limit("Searches per person per hour"));
  await user.click(save(masked));
  await expect.poll(() => kept[0]?.body).toEqual({ masked_searches: null });
});

it("the watermark is switched by itself", async () => {
  const { user, kept } = open();
  const mark = await card("Watermark");
  await user.click(mark.getByLabelText("Show watermark"));
  await user.click(save(mark));
  await expect.poll(() => kept[0]?.body).toEqual({ watermark: true });
});

it("a refusal is told in the part that was to be saved", async () => {
  const { user } = open();
  answers(
    changeSecuritySettings,
    refusal(403, "person_needed", { detail: "Only a signed-in person can do this." }),
  );
  const mark = await card("Watermark");
  await user.click(mark.getByLabelText("Show watermark"));
  await user.click(save(mark));
  expect(await mark.findByText("Only a signed-in person can do this.")).toBeTruthy();
});

it("who took out how much is told in rows, and that nobody did, too", async () => {
  open({}, [used]);
  const row = await screen.findByRole("row", { name: /Wang Wei/ });
  for (const text of ["1,200", "3,400", "5,600", "7", "2026-11-30"])
    expect(within(row).getByText(text)).toBeTruthy();
});

it("a quiet month is told as such", async () => {
  open();
  expect(await screen.findByText("No exports in the last 30 days")).toBeTruthy();
});

it("each export of somebody is shown when their name is chosen", async () => {
  const { user } = open({}, [used]);
  const line = { id: 7, key: `${WANG_WEI}/2026-11-30`, amount: "1200", at: "2026-11-30T02:30:00Z" };
  const moved = { ...line, actor: WANG_WEI, name: "Wang Wei", cause: "export", object: null, record: null };
  const asked = answers(readBalanceEntries, { data: [moved], page: { next: null } });
  await user.click(await screen.findByRole("button", { name: "Wang Wei" }));
  const ledger = within(await screen.findByRole("table", { name: "Each export of Wang Wei, in rows" }));
  expect(ledger.getByText("+1,200")).toBeTruthy();
  expect(ledger.getByText("Exported")).toBeTruthy();
  expect(asked[0]?.query).toEqual({ of: WANG_WEI });
});

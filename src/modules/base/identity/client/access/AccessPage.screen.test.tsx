import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { fill, showPage } from "../../../../../testing/screens/show.tsx";
import { answers, inTurn } from "../../../../../testing/screens/stand-in.ts";
import { idNo, LI_NA, WANG_WEI } from "../../../../../testing/screens/world.ts";
import { type ApiKeyAnswer, listKeys, revokeKey } from "../../shared/api-keys.contract.ts";
import {
  endSession,
  endSessionsOf,
  listSessions,
  revokeKeysOf,
  type SessionAnswer,
} from "../../shared/sessions.contract.ts";

const mine: SessionAnswer = {
  id: idNo(1),
  user: LI_NA,
  name: "李娜",
  login: "li.na",
  created_at: "2026-11-28T01:00:00Z",
  last_seen_at: "2026-11-30T01:00:00Z",
  expires_at: "2027-02-26T01:00:00Z",
  ip: "10.0.0.1",
  user_agent: null,
  way: "company",
  current: true,
};
const theirs = {
  ...mine,
  id: idNo(2),
  user: WANG_WEI,
  name: "Wang Wei",
  login: "wang",
  ip: "10.0.0.2",
  current: false,
};
const key: ApiKeyAnswer = {
  id: idNo(5),
  name: "ERP",
  hint: "x9Zq",
  user: WANG_WEI,
  person: "Wang Wei",
  login: "wang",
  role: "read_only",
  role_label: { en: "Read only" },
  created_at: "2026-11-01T01:00:00Z",
  expires_at: null,
  last_used_at: null,
};
const page = <T,>(...data: readonly T[]) => ({ data: [...data], page: { next: null } });
const row = async (text: RegExp) => within(await screen.findByRole("row", { name: text }));

it("everybody's sessions are asked for; one's own of this moment cannot be ended alone", async () => {
  const asked = answers(listSessions, page(mine, theirs));
  showPage("/settings/access");
  const own = await row(/li\.na/);
  expect(own.getByText("This device")).toBeTruthy();
  expect(own.getByText("Company account")).toBeTruthy();
  expect(own.queryByRole("button", { name: "End" })).toBeNull();
  expect(asked[0]?.query.user).toBe("*");
});

it("one is ended in the name of its person, so that nobody else's of that id could be", async () => {
  answers(listSessions, inTurn(page(mine, theirs), page(mine)));
  const ended = answers(endSession, undefined);
  const user = showPage("/settings/access");
  await user.click((await row(/Wang Wei/)).getByRole("button", { name: "End" }));
  await expect.poll(() => screen.queryByText("Wang Wei")).toBeNull();
  expect(ended.map(({ params, query }) => [params.id, query.user])).toEqual([[idNo(2), WANG_WEI]]);
});

it("all of a person are ended only after a second question", async () => {
  answers(listSessions, page(mine, theirs));
  const ended = answers(endSessionsOf, { data: { ended: 3 } });
  const user = showPage("/settings/access");
  await user.click((await row(/Wang Wei/)).getByRole("button", { name: "More Wang Wei" }));
  await user.click(await screen.findByText("End all their sessions"));
  const dialog = within(await screen.findByRole("dialog", { name: "End all sessions of Wang Wei?" }));
  expect(ended).toHaveLength(0);
  await user.click(dialog.getByRole("button", { name: "End" }));
  await expect.poll(() => ended.map(({ params }) => params.id)).toEqual([WANG_WEI]);
});

it("people are found by what is typed, without the blanks around it", async () => {
  const asked = answers(listSessions, page(mine, theirs));
  const user = showPage("/settings/access");
  await row(/Wang Wei/);
  await fill(user, screen.getByLabelText("Search by name or login"), "  wang ");
  await expect.poll(() => asked.at(-1)?.query.q).toBe("wang");
});

it("a long list goes on where it stopped", async () => {
  const next = `2026-11-28T01:00:00Z~${idNo(2)}`;
  const asked = answers(listSessions, inTurn({ data: [mine], page: { next } }, page(theirs)));
  const user = showPage("/settings/access");
  await user.click(await screen.findByRole("button", { name: "Load more" }));
  expect(await screen.findByText("Wang Wei")).toBeTruthy();
  expect(screen.getByText("李娜")).toBeTruthy();
  expect(asked.at(-1)?.query.cursor).toBe(next);
});

it("who finds nobody is told so", async () => {
  answers(listSessions, page<SessionAnswer>());
  showPage("/settings/access");
  expect(await screen.findByText("No one is signed in")).toBeTruthy();
});

async function openKeys(...keys: readonly ApiKeyAnswer[]) {
  answers(listSessions, page(mine));
  answers(listKeys, page(...keys));
  const user = showPage("/settings/access");
  await user.click(await screen.findByRole("tab", { name: "API keys" }));
  return user;
}

it("a key says whose it is, as what it acts and how it ends, never itself", async () => {
  await openKeys(key, { ...key, id: idNo(6), name: "BI", role: null, role_label: null });
  const erp = await row(/ERP/);
  for (const text of ["Wang Wei", "wang", "Read only", "Never used", "Never", "…x9Zq"])
    expect(erp.getByText(text)).toBeTruthy();
  expect((await row(/BI/)).getByText("Same as the person")).toBeTruthy();
});

it("a key is revoked after a second question, by its own id", async () => {
  const revoked = answers(revokeKey, undefined);
  const user = await openKeys(key);
  await user.click((await row(/ERP/)).getByRole("button", { name: "Revoke" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Revoke the key “ERP”?" }));
  expect(revoked).toHaveLength(0);
  await user.click(dialog.getByRole("button", { name: "Revoke" }));
  await expect.poll(() => revoked.map(({ params }) => params.id)).toEqual([idNo(5)]);
});

it("all keys of a person are revoked by the person", async () => {
  const revoked = answers(revokeKeysOf, { data: { ended: 2 } });
  const user = await openKeys(key);
  await user.click((await row(/ERP/)).getByRole("button", { name: "More Wang Wei" }));
  await user.click(await screen.findByText("Revoke all their keys"));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Revoke" }));
  await expect.poll(() => revoked.map(({ params }) => params.id)).toEqual([WANG_WEI]);
});

it("a company without keys is told so", async () => {
  await openKeys();
  expect(await screen.findByText("No API keys")).toBeTruthy();
});

import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, LI_NA } from "../../../../testing/screens/world.ts";
import { endSession, listSessions, type SessionAnswer } from "../shared/sessions.contract.ts";

const session = (number: number, more: Partial<SessionAnswer> = {}): SessionAnswer => ({
  id: idNo(number),
  user: LI_NA,
  name: "李娜",
  login: "li.na",
  created_at: "2026-11-28T01:00:00Z",
  last_seen_at: "2026-11-30T01:00:00Z",
  expires_at: "2027-02-26T01:00:00Z",
  ip: `10.0.0.${number}`,
  user_agent: "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36",
  way: "password",
  current: false,
  ...more,
});
const here = session(1, { current: true });
const page = (...data: readonly SessionAnswer[]) => ({ data: [...data], page: { next: null } });
const row = (text: RegExp) => screen.findByRole("row", { name: text });

it("this device is marked, and cannot be ended here", async () => {
  answers(listSessions, page(here, session(2, { way: "code" })));
  showPage("/settings/sessions", { role: "seller" });
  const mine = within(await row(/10\.0\.0\.1/));
  expect(mine.getByText("This device")).toBeTruthy();
  expect(mine.queryByRole("button", { name: "End" })).toBeNull();
  const other = within(await row(/10\.0\.0\.2/));
  expect(other.getByText("Password and code")).toBeTruthy();
  expect(other.getByText("Chrome · Windows")).toBeTruthy();
});

it("a device that says nothing of itself is told as unknown, and an old session has no way", async () => {
  answers(listSessions, page(here, session(2, { user_agent: null, way: null })));
  showPage("/settings/sessions", { role: "seller" });
  const other = await row(/10\.0\.0\.2/);
  expect(other.textContent).toContain("Unknown device");
  expect(other.textContent).not.toContain("Password");
});

it("another session is ended, and gone from the list", async () => {
  answers(listSessions, inTurn(page(here, session(2)), page(here)));
  const ended = answers(endSession, undefined);
  const user = showPage("/settings/sessions", { role: "seller" });
  await user.click(within(await row(/10\.0\.0\.2/)).getByRole("button", { name: "End" }));
  await expect.poll(() => screen.queryByRole("row", { name: /10\.0\.0\.2/ })).toBeNull();
  expect(ended.map(({ params }) => params.id)).toEqual([idNo(2)]);
});

it("all others are ended by one button, which stands there from two on", async () => {
  answers(listSessions, page(here, session(2), session(3)));
  const ended = answers(endSession, undefined);
  const user = showPage("/settings/sessions", { role: "seller" });
  await user.click(await screen.findByRole("button", { name: "End 2 other sessions" }));
  await expect.poll(() => ended.length).toBe(2);
  expect(ended.map(({ params }) => params.id).toSorted()).toEqual([idNo(2), idNo(3)]);
});

it("for a single other one there is no such button", async () => {
  answers(listSessions, page(here, session(2)));
  showPage("/settings/sessions", { role: "seller" });
  await row(/10\.0\.0\.2/);
  expect(screen.queryByRole("button", { name: /other sessions/ })).toBeNull();
});

it("one that could not be ended is told, and stays", async () => {
  answers(listSessions, page(here, session(2)));
  answers(endSession, refusal(404, "not_found", { detail: "It does not exist" }));
  const user = showPage("/settings/sessions", { role: "seller" });
  await user.click(within(await row(/10\.0\.0\.2/)).getByRole("button", { name: "End" }));
  expect(await screen.findByText("It does not exist")).toBeTruthy();
  expect(screen.getByRole("row", { name: /10\.0\.0\.2/ })).toBeTruthy();
});

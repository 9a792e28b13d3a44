import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { type AccessAnswer, readAccessLog } from "../../../../shared/wire/access-log.contract.ts";
import { answered } from "../../../../testing/screens/answered.ts";
import { choose, keeps, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, LI_NA, WANG_WEI } from "../../../../testing/screens/world.ts";
import {
  type AuditChange,
  type CheckAnswer,
  checkLogs,
  type LogDay,
  readChangeLog,
  readLogDays,
  readSeals,
  type SealState,
} from "../shared/log.contract.ts";

const change: AuditChange = {
  seq: 90,
  at: "2026-11-30T01:00:00Z",
  object: "account",
  record: idNo(40),
  title: "Vision Water",
  labels: null,
  about: null,
  cause: null,
  kind: "update",
  road: "form",
  actor: { id: LI_NA, name: "Li Na", kind: "person" },
  version: 3,
  before: { name: "Vision" },
  after: { name: "Vision Water" },
  note: null,
  request: "r-7",
  erased: [],
  hidden: false,
};
const line: AccessAnswer = {
  id: 7,
  at: "2026-11-30T01:00:00Z",
  kind: "session_ended",
  user: LI_NA,
  name: "Li Na",
  subject: WANG_WEI,
  subject_name: "Wang Wei",
  login: null,
  ip: "10.0.0.7",
  user_agent: null,
  detail: { by: LI_NA, sessions: 2 },
};
const seals: SealState = {
  newest: { number: 12, digest: "c0ffee", at: "2026-11-30T00:00:00Z" },
  changes: { sealed: 90, last: 95 },
  access: { sealed: 5, last: 7 },
};
/** The last of them is today. */
const days: readonly LogDay[] = ["2026-11-28", "2026-11-29", "2026-11-30"].map((day, at) => ({
  day,
  changes: [7, 0, 318][at] ?? 0,
  people: at + 2,
  undone: 1,
}));
const page = <T,>(...data: readonly T[]) => ({ data: [...data], page: { next: null } });

function open(changes: readonly AuditChange[] = [change], showing: Showing = {}) {
  keeps("user", [{ id: WANG_WEI, name: "Wang Wei" }]);
  answers(readSeals, { data: seals });
  answers(readLogDays, { data: [...days] });
  const asked = answers(readChangeLog, page(...changes));
  return { user: showPage("/settings/audit", showing), asked };
}
const row = async (name: RegExp) => within(await screen.findByRole("row", { name }));
const openLine = () => screen.findAllByRole("button", { name: "Change details" });
/** Opens what a change was, field by field. */
async function details(user: ReturnType<typeof open>["user"]) {
  const [line] = await openLine();
  await user.click(line ?? expect.fail("no line"));
  return within(screen.getByRole("table", { name: "Changes" }));
}

it("a change says when to the second, who, what, of which record, from → to, and by which road", async () => {
  open([change]);
  const first = await row(/Vision Water/);
  for (const text of ["Li Na", "Changed", "Account", "page", "Account name"])
    expect(first.getByText(text)).toBeTruthy();
  expect(first.getByText(/:00:00$/)).toBeTruthy();
  expect(first.getByText("Vision")).toBeTruthy();
  expect(first.getByRole("link", { name: "Vision Water" }).getAttribute("href")).toContain(idNo(40));
});

it("whether it is sealed stands in its details", async () => {
  const { user } = open([{ ...change, seq: 91 }]);
  expect((await details(user)).getByText("91 · Not yet sealed")).toBeTruthy();
});

it("a line opens by a click anywhere, but not where it leads to the record", async () => {
  const { user } = open();
  const line = await row(/Vision Water/);
  await user.click(line.getByText("Li Na"));
  expect(await screen.findByText("90 · Sealed")).toBeTruthy();
  await user.click(line.getByText("Li Na"));
  expect(screen.queryByText("90 · Sealed")).toBeNull();
});

it("today is told first; a day that is chosen narrows the log and is told instead", async () => {
  const { user, asked } = open();
  expect(await answered()).toBe("318 changes today, by 4 people, 1 undo; 90 of 95 sealed");
  await user.click(screen.getByRole("button", { name: "11-28: 7 changes" }));
  expect(await answered()).toBe("7 changes on 11-28, by 2 people, 1 undo; 90 of 95 sealed");
  await expect
    .poll(() => asked.at(-1)?.query)
    .toEqual({ from: expect.stringMatching(/^2026-11-2/), to: expect.stringMatching(/^2026-11-2/) });
  await user.click(screen.getByRole("button", { name: "11-28: 7 changes" }));
  await expect.poll(answered).toMatch(/^318 changes today/);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "11-29: 0 changes" }).disabled).toBe(true);
});

it("the days are narrowed as the log is, and that is said", async () => {
  const { user } = open();
  await row(/Vision Water/);
  const asked = answers(readLogDays, { data: [...days] });
  await choose(user, screen.getByLabelText("Action"), "Deleted");
  expect(await screen.findByText("Only changes that match the filter are counted")).toBeTruthy();
  await expect.poll(() => asked.at(-1)?.query).toEqual({ kind: "delete" });
});

it("where the days cannot be counted the log is there all the same", async () => {
  open();
  answers(readLogDays, refusal(500, "internal"));
  await row(/Vision Water/);
  expect(await answered()).toBe("90 of 95 sealed");
});

it("of a record that one may not read nothing is told but that it changed", async () => {
  open([{ ...change, hidden: true, title: null, before: {}, after: {} }]);
  const hidden = await row(/A record you don’t have access to/);
  expect(hidden.queryByRole("link")).toBeNull();
});

it("what the program did itself is the system’s", async () => {
  open([{ ...change, actor: { id: null, name: null, kind: "system" } }]);
  expect((await row(/Vision Water/)).getByText("System")).toBeTruthy();
});

it("of many fields three are named, and how many there are", async () => {
  const after = { name: "a", industry: null, website: null, phone: null };
  open([{ ...change, kind: "create", before: {}, after }]);
  expect(await screen.findByText(/and more \(4 in total\)/)).toBeTruthy();
});

it("the details show each field before and after, why, and under which number", async () => {
  const { user } = open([{ ...change, note: { reason: "Renamed by court" } }]);
  const dialog = await details(user);
  const name = within(dialog.getByRole("row", { name: /^Account name/ }));
  expect(name.getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["Vision", "Vision Water"]);
  expect(dialog.getByText("Renamed by court")).toBeTruthy();
  expect(dialog.getByText("90 · Sealed")).toBeTruthy();
  expect(dialog.getByText("r-7")).toBeTruthy();
});

it.each([
  [{}, "Stage move"],
  [{ note: "undo" }, "Undo of a stage move"],
])("what followed from a move, and from its undo, says so in words", async (more, words) => {
  const { user } = open([{ ...change, note: { cause: { object: "stage_move", id: idNo(50), ...more } } }]);
  expect((await details(user)).getByText(words)).toBeTruthy();
});

it("a value that was erased says so, and does not look like one that was empty", async () => {
  const { user } = open([{ ...change, before: { name: null }, after: { name: null }, erased: ["name"] }]);
  const dialog = await details(user);
  const name = within(dialog.getByRole("row", { name: /^Account name/ }));
  expect(name.getAllByText("Erased")).toHaveLength(2);
});

it("notifications are left out until they are asked for", async () => {
  const { user, asked } = open();
  await row(/Vision Water/);
  expect(asked[0]?.query).not.toHaveProperty("notifications");
  await user.click(screen.getByRole("button", { name: "More" }));
  await user.click(await screen.findByText("Show notifications"));
  await expect.poll(() => asked.at(-1)?.query.notifications).toBe("1");
});

it("the log is narrowed by what was done", async () => {
  const { user, asked } = open();
  await row(/Vision Water/);
  await choose(user, screen.getByLabelText("Action"), "Deleted");
  await expect.poll(() => asked.at(-1)?.query.kind).toBe("delete");
});

it("where nothing matches, that is said", async () => {
  open([]);
  expect(await screen.findByText("No matching entries")).toBeTruthy();
});

it("a long log goes on below the last number", async () => {
  keeps("user", []);
  answers(readSeals, { data: seals });
  answers(readLogDays, { data: [...days] });
  const more = { data: [change], page: { next: "90" } };
  const asked = answers(readChangeLog, inTurn(more, page({ ...change, seq: 12, title: "Older" })));
  const user = showPage("/settings/audit");
  await user.click(await screen.findByRole("button", { name: "Load earlier" }));
  expect(await screen.findByText("Older")).toBeTruthy();
  expect(asked.at(-1)?.query.cursor).toBe("90");
});

it("only who may export is offered the log as a file", async () => {
  const { user } = open([change], { me: { abilities: ["audit.read"] } });
  await row(/Vision Water/);
  await user.click(screen.getByRole("button", { name: "More" }));
  await screen.findByText("Show notifications");
  expect(screen.queryByText("Export as CSV")).toBeNull();
});

it("on a phone a change is one line that opens", async () => {
  const { user } = open([change], { width: 390 });
  await user.click(await screen.findByRole("button", { name: /Li Na · Changed · Account/ }));
  expect(await screen.findByText("90 · Sealed")).toBeTruthy();
});

const checked = async (answer: CheckAnswer) => {
  const { user } = open();
  answers(checkLogs, { data: answer });
  await user.click(await screen.findByRole("button", { name: "Verify integrity" }));
};

it("the chain says how far it goes; the newest seal can be noted elsewhere", async () => {
  open();
  expect(await answered()).toMatch(/; 90 of 95 sealed$/);
  expect(screen.getByText("c0ffee")).toBeTruthy();
  expect(screen.getByText(/Latest seal 12/)).toBeTruthy();
});

it("a chain that is whole is told with what was checked", async () => {
  await checked({ whole: true, seals: 1, rows: 1200, broken: [] });
  const told = await screen.findByText(/^All intact:/);
  expect(told.textContent).toMatch(/1,200.* entries, .*1.* seal$/);
});

it("the first place that was tampered with is named as an alarm", async () => {
  const broken = [{ what: "missing" as const, log: "access_log" as const, position: 5, seal: 2 }];
  await checked({ whole: false, seals: 2, rows: 10, broken });
  const alarm = await screen.findByRole("alert");
  expect(alarm.textContent).toBe("First problem: Access and exports 5 (missing)");
});

it("a check that did not come to an end may be tried again", async () => {
  const { user } = open();
  answers(
    checkLogs,
    inTurn(refusal(500, "internal", { detail: "Something went wrong" }), {
      data: { whole: true, seals: 2, rows: 9, broken: [] },
    }),
  );
  await user.click(await screen.findByRole("button", { name: "Verify integrity" }));
  const failed = within(await screen.findByRole("alert"));
  await user.click(failed.getByRole("button"));
  expect(await screen.findByText("All intact: 9 entries, 2 seals")).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});

async function openAccess(...lines: readonly AccessAnswer[]) {
  const asked = answers(readAccessLog, page(...lines));
  const { user } = open();
  await user.click(await screen.findByRole("tab", { name: "Access and exports" }));
  return { user, asked };
}

it("a line of the access log says who, whom it concerns, from where, and what", async () => {
  await openAccess(line, {
    ...line,
    id: 5,
    kind: "sign_in",
    name: null,
    login: "unknown@x",
    subject_name: null,
    detail: null,
  });
  const ended = await row(/Session ended/);
  for (const text of ["Li Na", "Wang Wei", "10.0.0.7", "Sessions 2"])
    expect(ended.getByText(text)).toBeTruthy();
  expect(ended.getByLabelText("Not yet sealed")).toBeTruthy();
  const signedIn = await row(/Signed in/);
  expect(signedIn.getAllByText("unknown@x").length).toBeGreaterThan(0);
  expect(signedIn.getByLabelText("Sealed")).toBeTruthy();
  expect(await answered()).toBe("5 of 7 sealed");
});

it("a failed sign-in says how far it came", async () => {
  await openAccess({ ...line, kind: "sign_in_failed", subject_name: null, detail: { step: 2 } });
  expect((await row(/Sign-in failed/)).getByText("Second step: incorrect code")).toBeTruthy();
});

it("the access log is narrowed by kind", async () => {
  const { user, asked } = await openAccess(line);
  await row(/Session ended/);
  await choose(user, screen.getByLabelText("Action"), "Key revoked");
  await expect.poll(() => asked.at(-1)?.query.kind).toBe("key_revoked");
});

it("what changed in the security settings is told setting by setting", async () => {
  const state = (people: readonly string[]) => JSON.stringify({ networks: { people } });
  await openAccess({
    ...line,
    kind: "security_changed",
    subject_name: null,
    detail: { before: state([]), after: state(["10.1.0.0/16"]) },
  });
  expect((await row(/Security settings changed/)).getByText(/10\.1\.0\.0\/16/)).toBeTruthy();
});

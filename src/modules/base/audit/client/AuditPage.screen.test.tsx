import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { type AccessAnswer, readAccessLog } from "../../../../shared/wire/access-log.contract.ts";
import { choose, keeps, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, LI_NA, WANG_WEI } from "../../../../testing/screens/world.ts";
import {
  type AuditChange,
  type CheckAnswer,
  checkLogs,
  readChangeLog,
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
const page = <T,>(...data: readonly T[]) => ({ data: [...data], page: { next: null } });

function open(changes: readonly AuditChange[] = [change], showing: Showing = {}) {
  keeps("user", [{ id: WANG_WEI, name: "Wang Wei" }]);
  answers(readSeals, { data: seals });
  const asked = answers(readChangeLog, page(...changes));
  return { user: showPage("/settings/audit", showing), asked };
}
const row = async (name: RegExp) => within(await screen.findByRole("row", { name }));
/** Opens what a change was, field by field. */
async function details(user: ReturnType<typeof open>["user"]) {
  const [entry] = await screen.findAllByText("Account name", { selector: "button" });
  await user.click(entry ?? expect.fail("no entry"));
  return within(await screen.findByRole("dialog"));
}

it("a change says who, what, of which record, by which road, and whether it is sealed", async () => {
  open([change, { ...change, seq: 91, title: "Other" }]);
  const first = await row(/Vision Water/);
  for (const text of ["Li Na", "Changed", "Account"]) expect(first.getByText(text)).toBeTruthy();
  expect(first.getByRole("link", { name: "Vision Water" }).getAttribute("href")).toContain(idNo(40));
  expect(first.getByLabelText("Sealed")).toBeTruthy();
  expect((await row(/Other/)).getByLabelText("Not yet sealed")).toBeTruthy();
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
  open([{ ...change, before: {}, after }]);
  expect(await screen.findByRole("button", { name: /and more \(4 in total\)/ })).toBeTruthy();
});

it("the details show each field before and after, why, and under which number", async () => {
  const { user } = open([{ ...change, note: { reason: "Renamed by court" } }]);
  const dialog = await details(user);
  const name = within(dialog.getByRole("row", { name: /Vision Water/ }));
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
  expect(dialog.getAllByText("Erased")).toHaveLength(2);
});

it("notifications are left out until they are asked for", async () => {
  const { user, asked } = open();
  await row(/Vision Water/);
  expect(asked[0]?.query).not.toHaveProperty("notifications");
  await user.click(screen.getByLabelText("Include notifications"));
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
  const more = { data: [change], page: { next: "90" } };
  const asked = answers(readChangeLog, inTurn(more, page({ ...change, seq: 12, title: "Older" })));
  const user = showPage("/settings/audit");
  await user.click(await screen.findByRole("button", { name: "Load earlier" }));
  expect(await screen.findByText("Older")).toBeTruthy();
  expect(asked.at(-1)?.query.cursor).toBe("90");
});

it("only who may export is offered the log as a file", async () => {
  open([change], { me: { abilities: ["audit.read"] } });
  await row(/Vision Water/);
  expect(screen.queryByRole("button", { name: "Export" })).toBeNull();
});

it("on a phone a change is one line that opens", async () => {
  const { user } = open([change], { width: 390 });
  await user.click(await screen.findByRole("button", { name: /Li Na · Changed · Account/ }));
  expect(await screen.findByRole("dialog")).toBeTruthy();
});

const checked = async (answer: CheckAnswer) => {
  const { user } = open();
  answers(checkLogs, { data: answer });
  await user.click(await screen.findByRole("button", { name: "Verify integrity" }));
};

it("the chain says how far it goes; the newest seal can be noted elsewhere", async () => {
  open();
  expect(await screen.findByText("Sealed up to 90 of 95")).toBeTruthy();
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
  expect(screen.getByText("Sealed up to 5 of 7")).toBeTruthy();
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

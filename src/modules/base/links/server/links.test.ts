import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  app,
  chief,
  deal,
  everything,
  move,
  openConsentWorld,
  other,
  record,
  seller,
} from "../../../../testing/worlds/consent-world.ts";
import { runSubscribers } from "../../../../engine/changes/run-subscribers.ts";
import { closeMail } from "../../../../platform/mail/send-mail.ts";
import type { Client } from "../../../../testing/app.ts";
import { readMail, testMailServer } from "../../../../testing/mail-server.ts";
import { notifyApprovals } from "../../../process/approvals/server/notify-approvals.react.ts";
import { sendDue } from "../../messages/server/send-due.ts";
import { spreadNotices } from "../../messages/server/spread-notices.react.ts";

beforeAll(openConsentWorld);
afterAll(() => app.close());

type Json = ReturnType<typeof JSON.parse>;
/** Opens or acts as anybody who holds the address: no cookie, no key. */
async function outside(method: "GET" | "HEAD" | "POST", url: string, body?: object, headers: object = {}) {
  const answer = await app.app.inject({
    method,
    url,
    headers: { "accept-language": "en", host: "localhost", origin: "http://localhost", ...headers },
    ...(body ? { payload: body } : {}),
  });
  return {
    status: answer.statusCode,
    json: answer.body === "" ? null : (JSON.parse(answer.body) as Json),
    headers: answer.headers,
  };
}
const look = (token: string) => outside("GET", `/api/public/${token}`);
const act = (token: string, body: object) => outside("POST", `/api/public/${token}/act`, body);

async function asked(): Promise<{ readonly id: string; readonly request: string }> {
  const id = String(await deal());
  const answer = await move(seller, id, "b", await everything());
  expect(answer.status, answer.text).toBe(202);
  return { id, request: answer.json.approvals[0] };
}
const wanted = (request: string, more: object = {}) => ({
  purpose: "approval",
  object: "approval_request",
  record: request,
  person: chief.id,
  ...more,
});
async function linkTo(
  request: string,
  more: object = {},
  by: Client = app.admin,
): Promise<{ id: string; token: string }> {
  const made = await by.post("/links", wanted(request, more));
  expect(made.status, made.text).toBe(201);
  return { id: made.json.id, token: String(made.json.url).split("/p/")[1] ?? "" };
}
const stateOf = async (request: string) => (await chief.get(`/approvals/${request}`)).json.data;
const withoutRequest = ({ request_id: _id, ...rest }: Json) => rest;

describe("a link to a consent", () => {
  it("shows what the person would see, and changes nothing however often it is opened", async () => {
    const { id, request } = await asked();
    const { token } = await linkTo(request);
    const [log, before] = [await app.admin.get("/access-log"), await record(id)];
    for (let at = 0; at < 3; at += 1) {
      const seen = await look(token);
      expect(seen.status).toBe(200);
      expect(seen.json.data).toMatchObject({ purpose: "approval", closed: null });
      expect(seen.json.data.facts.map((fact: Json) => fact.value)).toEqual(
        expect.arrayContaining(["deal", "¥1,500,000"]),
      );
      expect(seen.json.data.verbs.map((verb: Json) => verb.name)).toEqual(["approve", "refuse"]);
      expect(seen.headers["referrer-policy"]).toBe("no-referrer");
      expect(seen.headers["cache-control"]).toBe("no-store");
      expect((await outside("HEAD", `/api/public/${token}`)).status).toBe(200);
    }
    expect((await record(id)).version).toBe(before.version);
    expect((await app.admin.get("/access-log")).json.data).toEqual(log.json.data);
    expect((await app.admin.get(`/links?record=${request}`)).json.data).toMatchObject([
      { uses: 0, state: "open" },
    ]);
  });

  it("decides once, in the person's name, by a link; the second time it opens nothing", async () => {
    const { id, request } = await asked();
    const { id: link, token } = await linkTo(request);
    const { seen } = (await look(token)).json.data;
    expect((await act(token, { verb: "approve", comment: "Good", seen })).json).toEqual({
      data: { done: "Approved. Thank you." },
    });
    expect((await record(id)).stage).toBe("b");
    expect(await stateOf(request)).toMatchObject({
      status: "approved",
      decided_by: "Cao Zhengyang",
      comment: "Good",
    });
    const again = await act(token, { verb: "approve" });
    expect([again.status, again.json.code]).toEqual([404, "not_found"]);
    expect((await look(token)).status).toBe(404);
    const changes = (await app.admin.get(`/changes?objects=approval_request&limit=200`)).json;
    const log = (await app.admin.get("/access-log?kind=link_used")).json.data[0];
    expect(log).toMatchObject({ name: "Cao Zhengyang", detail: { purpose: "approval", verb: "approve" } });
    expect((await app.admin.get("/access-log?kind=link_refused")).json.data.length).toBeGreaterThan(0);
    expect(JSON.stringify([changes, log])).not.toContain(token);
    const { db, workspace } = await app.context();
    const [last] = await db.query<{ actor: string; actor_kind: string }>({
      text: `select actor, actor_kind from ${workspace.schema}.changes where object = 'approval_request' and record = $1 order by seq desc limit 1`,
      values: [request],
    });
    expect(last).toEqual({ actor: chief.id, actor_kind: "link" });
    expect((await app.admin.get(`/links?record=${request}`)).json.data).toMatchObject([
      { id: link, uses: 1, state: "used" },
    ]);
  });

  it("is one answer for what is unknown, expired, used up and revoked", async () => {
    const { request } = await asked();
    const [expired, revoked, used] = [await linkTo(request), await linkTo(request), await linkTo(request)];
    const { db, workspace } = await app.context();
    await db.query({
      text: `update ${workspace.schema}.link set expires_at = now() where id = $1`,
      values: [expired.id],
    });
    await db.query({ text: `update ${workspace.schema}.link set uses = 1 where id = $1`, values: [used.id] });
    expect((await other.delete(`/links/${revoked.id}`)).status).toBe(404);
    expect((await app.admin.delete(`/links/${revoked.id}`)).status).toBe(204);
    const unknown = `${used.token.slice(0, -1)}${used.token.endsWith("A") ? "B" : "A"}`;
    const answers = [];
    for (const token of [unknown, "x", expired.token, revoked.token, used.token]) {
      const [seen, done] = [await look(token), await act(token, { verb: "approve" })];
      answers.push([seen.status, withoutRequest(seen.json), Object.keys(seen.headers).toSorted()]);
      answers.push([done.status, withoutRequest(done.json), Object.keys(seen.headers).toSorted()]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
  });

  it("asks for a comment, says what it cannot do, and gives a refused use back", async () => {
    const { request } = await asked();
    const { token } = await linkTo(request);
    expect((await act(token, { verb: "delete" })).json.code).toBe("unknown_verb");
    expect((await act(token, { verb: "refuse", comment: "  " })).json.code).toBe("comment_required");
    expect((await act(token, { verb: "approve", seen: "something else~1" })).json.code).toBe("changed_since");
    expect((await act(token, { verb: "refuse", comment: "Too cheap" })).status).toBe(200);
    expect(await stateOf(request)).toMatchObject({ status: "refused", comment: "Too cheap" });
  });

  it("shows what was decided elsewhere without its figures, and decides no more", async () => {
    const { request } = await asked();
    const { token } = await linkTo(request);
    await other.post(`/approvals/${request}/refuse`, { comment: "No" });
    expect((await look(token)).json.data).toMatchObject({
      closed: "Other Chief has already decided this request.",
      verbs: [],
      checks: [],
    });
    expect((await act(token, { verb: "approve" })).status).toBe(409);
  });

  it("is taken by one of fifty at once", { timeout: 60_000 }, async () => {
    const { id, request } = await asked();
    const { token } = await linkTo(request);
    const answers = await Promise.all(Array.from({ length: 50 }, () => act(token, { verb: "approve" })));
    expect(answers.filter(({ status }) => status === 200).length).toBe(1);
    expect(answers.filter(({ status }) => ![200, 404, 429].includes(status))).toEqual([]);
    expect((await record(id)).stage).toBe("b");
  });
});

describe("rights", () => {
  it("are those of this moment: without the role the link opens nothing", async () => {
    const { request } = await asked();
    const leaving = await app.person({ name: "Leaving", role: "sales_manager" });
    const { token } = await linkTo(request, { person: leaving.id });
    expect((await look(token)).status).toBe(200);
    const [grant] = (
      await app.admin.get(`/records/user_role?filter=${encodeURIComponent(`user == "${leaving.id}"`)}`)
    ).json.data;
    await app.admin.delete(`/records/user_role/${grant.id}`);
    expect([(await look(token)).status, (await act(token, { verb: "approve" })).status]).toEqual([404, 404]);
    expect((await stateOf(request)).status).toBe("waiting");
  });

  it("end with the person, and do not come back with them", async () => {
    const { request } = await asked();
    const leaving = await app.person({ name: "Going", role: "sales_manager" });
    const { id, token } = await linkTo(request, { person: leaving.id });
    await app.admin.patch(`/records/user/${leaving.id}`, { active: false });
    await app.admin.patch(`/records/user/${leaving.id}`, { active: true });
    expect((await look(token)).status).toBe(404);
    const [one] = (await app.admin.get(`/links?record=${request}`)).json.data;
    expect(one).toMatchObject({ id, state: "revoked" });
  });

  it("to make one: for oneself, or for people one may manage who may do no more", async () => {
    const { request } = await asked();
    const made = await chief.post("/links", wanted(request));
    expect(made.status, made.text).toBe(201);
    expect((await other.post("/links", wanted(request))).json.code).toBe("forbidden");
    expect((await seller.post("/links", wanted(request, { person: seller.id }))).status).toBe(404);
    expect((await app.admin.post("/links", wanted(request, { person: seller.id }))).status).toBe(404);
    expect((await app.admin.post("/links", wanted(request, { purpose: "nothing" }))).json.code).toBe(
      "unknown_purpose",
    );
    expect((await app.admin.post("/links", wanted(request, { object: "account" }))).json.code).toBe(
      "unknown_purpose",
    );
    expect(
      (await app.admin.post("/links", wanted(request, { expires_at: "2020-01-01T00:00:00Z" }))).json.code,
    ).toBe("bad_expiry");
    const { person: _person, ...nobody } = wanted(request);
    expect((await app.admin.post("/links", nobody)).json.code).toBe("person_required");
    expect((await app.anonymous.post("/links", wanted(request))).status).toBe(401);
    expect((await other.get(`/links?record=${request}`)).json.data).toEqual([]);
    expect((await chief.get(`/links?record=${request}`)).json.data.length).toBe(1);
    const { db, workspace } = await app.context();
    const rows = await db.query<{ kept: string }>({
      text: `select l::text as kept from ${workspace.schema}.link l`,
    });
    expect(rows.map(({ kept }) => kept).join()).not.toContain(String(made.json.url).split("/p/")[1]);
  });
});

describe("a mail", () => {
  it("to whoever is asked has a link of their own, with which they decide", async () => {
    const mail = await testMailServer();
    await app.admin.patch(`/records/user/${chief.id}`, { email: "chief@example.com", language: "en" });
    const server = { host: "127.0.0.1", port: mail.port, security: "none", from: "crm@example.com" };
    expect((await app.admin.patch("/settings/mail", server)).status).toBe(200);
    const { db, workspace } = await app.context();
    const deliver = async () => {
      while ((await runSubscribers(db, workspace, app.context, [notifyApprovals, spreadNotices])).read > 0);
      await sendDue(await app.context(), () => new Date(Date.now() + 120_000).toISOString());
    };
    // What was asked for before goes out first.
    await deliver();
    mail.mails.length = 0;
    const { request } = await asked();
    const before = process.env["SLUICE_PUBLIC_URL"];
    process.env["SLUICE_PUBLIC_URL"] = "https://crm.example.com";
    await deliver();
    if (before === undefined) delete process.env["SLUICE_PUBLIC_URL"];
    else process.env["SLUICE_PUBLIC_URL"] = before;
    const told = mail.mails.map(readMail).filter(({ text }) => text.includes("/p/main."));
    expect(told.length).toBe(1);
    const token = /crm\.example\.com\/p\/(\S+)/.exec(told[0]?.text ?? "")?.[1] ?? "";
    expect((await act(token, { verb: "refuse", comment: "Not like this" })).status).toBe(200);
    expect(await stateOf(request)).toMatchObject({ status: "refused", decided_by: "Cao Zhengyang" });
    closeMail();
    await mail.close();
  });
});

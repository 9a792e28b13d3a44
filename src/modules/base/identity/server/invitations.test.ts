import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { admin, app, openCompany, signIn } from "../../../../testing/worlds/sign-in-world.ts";

beforeAll(openCompany);
afterAll(() => app.close());

const PASSWORD = "harbour linen 42 otter";
let count = 0;
let login: string;
let id: string;
let token: string;
const sql = (text: string, values: readonly unknown[] = []) =>
  app.database.db.query({ text, values: [...values] });
const credentials = (body: object) => app.call("POST", `/users/${id}/credentials`, { session: admin, body });
const invite = async (): Promise<string> =>
  String((await credentials({ login, invite: true })).at("data.invitation.path")).replace("/invite/", "");
const look = (given = token) => app.call("GET", `/invitations/${given}`);
const accept = (given = token, password = PASSWORD, ip = "10.0.0.1") =>
  app.call("POST", `/invitations/${given}`, { body: { password }, ip });
const change = (values: object) => app.call("PATCH", `/records/user/${id}`, { session: admin, body: values });

beforeEach(async () => {
  count += 1;
  login = `guest.${count}`;
  const made = await app.call("POST", "/records/user", { session: admin, body: { name: `客人 ${count}` } });
  id = String(made.at("data.id"));
  token = await invite();
});

/** Neither to look at nor to use. */
const isGone = async (given = token): Promise<void> => {
  expect([(await look(given)).status, (await look(given)).at("code")]).toEqual([410, "invitation_gone"]);
  expect((await accept(given)).at("code")).toBe("invitation_gone");
};

test("a second invitation ends the first", async () => {
  const second = await invite();
  await isGone();
  expect((await accept(second)).status).toBe(200);
});

test("an invitation runs out after seven days, not before", async () => {
  await sql(
    "update w_main.invitation set expires_at = expires_at - interval '7 days' + interval '1 minute' where user_id = $1",
    [id],
  );
  expect((await look()).status).toBe(200);
  await sql("update w_main.invitation set expires_at = expires_at - interval '1 minute' where user_id = $1", [
    id,
  ]);
  await isGone();
});

test("whoever was deactivated meanwhile is not let in by it, and is again when they are back", async () => {
  await change({ active: false });
  await isGone();
  await change({ active: true });
  expect((await accept()).status).toBe(200);
});

test("whoever was deleted meanwhile is not let in by it", async () => {
  expect((await app.call("DELETE", `/records/user/${id}`, { session: admin })).status).toBeLessThan(300);
  await isGone();
});

test("without a login there is nothing to come in with; with another one it is the other", async () => {
  await change({ login: null });
  await isGone();
  await change({ login: `${login}.anew` });
  expect((await look()).at("data.login")).toBe(`${login}.anew`);
  await accept();
  expect((await signIn(`${login}.anew`, PASSWORD)).status).toBe(200);
});

test("a password that is refused does not use it up, nor does one that holds the login", async () => {
  for (const password of ["short", "password1234", `${login}-otter-linen`]) {
    const refused = await accept(token, password);
    expect([refused.status, refused.at("code"), refused.at("errors.0.field")]).toEqual([
      422,
      "weak_password",
      "password",
    ]);
  }
  expect((await accept()).status).toBe(200);
});

test("from a network that is closed it is refused, and stays good", async () => {
  const keep = (people: readonly string[]) =>
    app.call("PATCH", "/settings/security", {
      session: admin,
      ip: "10.0.0.1",
      body: { networks: { people, keys: [] } },
    });
  expect((await keep(["10.0.0.0/8"])).status).toBe(200);
  const outside = await accept(token, PASSWORD, "192.168.1.1");
  expect([outside.status, outside.at("code"), outside.session]).toEqual([
    403,
    "network_not_allowed",
    undefined,
  ]);
  expect((await accept()).status).toBe(200);
  await keep([]);
});

test("whoever had a password before is signed out wherever they were, and the old one is gone", async () => {
  expect((await accept()).status).toBe(200);
  const before = await signIn(login, PASSWORD);
  const again = await invite();
  expect((await app.call("GET", "/me", { session: before.session ?? "" })).status).toBe(200);
  const entered = await accept(again, "copper maple 77 river");
  expect((await app.call("GET", "/me", { session: before.session ?? "" })).status).toBe(401);
  const me = await app.call("GET", "/me", { session: entered.session ?? "" });
  expect([me.status, me.at("data.must_change_password")]).toEqual([200, false]);
  expect((await signIn(login, PASSWORD)).at("code")).toBe("bad_credentials");
});

test("the log says who invited and that the invitation was used; the link stands nowhere", async () => {
  const entered = await accept();
  const lines = await app.call("GET", `/access-log?user=${id}`, { session: admin });
  expect([lines.at("data.0.kind"), lines.at("data.1.kind")]).toEqual(["invitation_used", "invited"]);
  expect(lines.at("data.1.detail.password")).toBe(false);
  const me = await app.call("GET", "/me", { session: admin });
  expect(lines.at("data.1.detail.by")).toBe(me.at("data.user.id"));
  expect(JSON.stringify(lines.json)).not.toContain(token.slice(5));
  const [stored] = await sql("select token_hash from w_main.invitation where user_id = $1", [id]);
  expect(JSON.stringify(stored)).not.toContain(token.slice(5));
  expect(entered.session).not.toBe(token);
});

test("an invitation is no session, and a session no invitation", async () => {
  expect((await app.call("GET", "/me", { session: token })).status).toBe(401);
  const entered = await accept();
  expect((await look(entered.session)).status).toBe(410);
});

test("one of another workspace, cut off or made up is gone like any other", async () => {
  for (const given of [token.replace("main.", "other."), token.slice(0, -1), `main.${"A".repeat(43)}`])
    await isGone(given);
  expect((await accept()).status).toBe(200);
});

test("only who manages people invites", async () => {
  const entered = await accept();
  const asked = await app.call("POST", `/users/${id}/credentials`, {
    session: entered.session ?? "",
    body: { invite: true },
  });
  expect(asked.status).toBe(403);
});

test("a login that somebody has already is not given a second time, and no invitation is made for it", async () => {
  const other = await app.call("POST", "/records/user", { session: admin, body: { name: "Other" } });
  const answer = await app.call("POST", `/users/${String(other.at("data.id"))}/credentials`, {
    session: admin,
    body: { login: login.toUpperCase(), invite: true },
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  const [made] = await sql("select count(*)::int as n from w_main.invitation where user_id = $1", [
    other.at("data.id"),
  ]);
  expect(made).toEqual({ n: 0 });
});

import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answered, type FreshApp, freshApp } from "../../../testing/fresh-app.ts";
import { timeLeft } from "../../../testing/time-left.ts";

const ADMIN = { login: "admin@example.com", password: "correct-horse-battery-9" };
const PASSWORD = "tulip mango anvil";
let app: FreshApp;
let admin: string;

beforeAll(async () => {
  app = await freshApp();
  const made = await app.call("POST", "/setup", {
    body: { ...ADMIN, name: "王立", company: "渠成测试", language: "zh-CN" },
  });
  admin = made.session ?? "";
});
afterAll(() => app.close());

/** The code that an authenticator shows, `steps` of 30 s away. */
const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
const wrongCodeOf = (secret: string): string => {
  const near = [-2, -1, 0, 1, 2].map((steps) => codeOf(secret, steps));
  return (
    ["000000", "111111", "222222", "333333", "444444", "555555"].find((code) => !near.includes(code)) ?? ""
  );
};
const signIn = (login: string, ip = "10.0.0.1", password = PASSWORD) =>
  app.call("POST", "/session", { body: { login, password }, ip });
const step = (challenge: unknown, code: string, ip = "10.0.0.1") =>
  app.call("POST", "/session/second-factor", { body: { challenge: String(challenge), code }, ip });
const sql = (text: string, values: unknown[] = []) => app.database.db.query({ text, values });
const forgetSteps = () => sql("update w_main.second_factor set last_step = 0");

async function person(login: string): Promise<{ id: string; session: string }> {
  const made = await app.call("POST", "/records/user", { session: admin, body: { name: login, login } });
  const id = String(made.at("data.id"));
  expect(
    (await app.call("POST", `/users/${id}/credentials`, { session: admin, body: { password: PASSWORD } }))
      .status,
  ).toBe(200);
  // As if they had changed it already.
  await app.database.db.query({
    text: "update w_main.credential set must_change = false where user_id = $1",
    values: [id],
  });
  return { id, session: (await signIn(login)).session ?? "" };
}
async function withFactor(
  login: string,
): Promise<{ id: string; session: string; secret: string; codes: readonly string[] }> {
  const made = await person(login);
  const offer = await app.call("POST", "/me/second-factor", {
    session: made.session,
    body: { password: PASSWORD },
  });
  const secret = String(offer.at("data.secret"));
  const on = await app.call("POST", "/me/second-factor/confirm", {
    session: made.session,
    body: { code: codeOf(secret) },
  });
  expect(on.status, JSON.stringify(on.json)).toBe(200);
  await forgetSteps();
  return { ...made, secret, codes: codesIn(on) };
}
const codesIn = (answer: Answered): readonly string[] => {
  const codes = answer.at("data.recovery_codes") ?? answer.at("recovery_codes");
  return Array.isArray(codes) ? codes.map(String) : [];
};

describe("a second factor", () => {
  it("is offered as a picture made here and turned on by its code only", async () => {
    const { session } = await person("turn.on");
    const other = (await signIn("turn.on")).session ?? "";
    expect(
      (await app.call("POST", "/me/second-factor", { session, body: { password: "wrong" } })).at(
        "errors.0.field",
      ),
    ).toBe("password");
    const offer = await app.call("POST", "/me/second-factor", { session, body: { password: PASSWORD } });
    expect(offer.at("data.picture")).toMatch(/^<svg [^]*<\/svg>$/);
    expect(offer.at("data.uri")).toMatch(/^otpauth:\/\/totp\//);
    const secret = String(offer.at("data.secret"));
    expect(
      (
        await app.call("POST", "/me/second-factor/confirm", { session, body: { code: wrongCodeOf(secret) } })
      ).at("code"),
    ).toBe("wrong_code");
    expect((await signIn("turn.on")).status).toBe(200);
    const on = await app.call("POST", "/me/second-factor/confirm", {
      session,
      body: { code: codeOf(secret) },
    });
    expect(new Set(codesIn(on)).size).toBe(10);
    expect((await app.call("GET", "/me/second-factor", { session })).at("data")).toMatchObject({
      on: true,
      codes_left: 10,
      required: false,
    });
    // Sessions that came in with the password alone are over.
    expect((await app.call("GET", "/me", { session: other })).status).toBe(401);
    expect(
      (await app.call("POST", "/me/second-factor", { session, body: { password: PASSWORD } })).status,
    ).toBe(409);
  });

  it("makes sign-in two steps; a code of a clock one step off works, a used or older one does not", async () => {
    const { secret } = await withFactor("two.steps");
    for (const steps of [-1, 0, 1]) {
      // A code one step off is two off as soon as the clock goes on.
      await timeLeft(10_000, 30_000);
      const first = await signIn("two.steps");
      expect([first.status, first.at("code"), first.session]).toEqual([
        401,
        "second_factor_required",
        undefined,
      ]);
      const code = codeOf(secret, steps);
      const second = await step(first.at("challenge"), code);
      expect(second.status, `${steps}`).toBe(200);
      expect((await app.call("GET", "/me", { session: second.session ?? "" })).at("data.user.login")).toBe(
        "two.steps",
      );
      const again = await signIn("two.steps");
      expect((await step(again.at("challenge"), code)).at("code"), "replayed").toBe("wrong_code");
    }
    await forgetSteps();
    const late = await signIn("two.steps");
    expect((await step(late.at("challenge"), codeOf(secret, -3))).at("code")).toBe("wrong_code");
    // As typed by hand: full-width digits and a blank.
    const typed = codeOf(secret).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect((await step(late.at("challenge"), `${typed.slice(0, 3)} ${typed.slice(3)}`)).status).toBe(200);
  });

  it("lets one of two requests with the same code in", async () => {
    const { secret } = await withFactor("race.code");
    const [one, two] = [await signIn("race.code"), await signIn("race.code")];
    const code = codeOf(secret);
    const answers = await Promise.all([one, two].map((first) => step(first.at("challenge"), code)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  it("gives nothing for a stolen, spent, expired or foreign challenge", async () => {
    const { id, secret } = await withFactor("stolen");
    const thief = await withFactor("thief");
    const first = await signIn("stolen");
    // The thief's own code does not fit, a session it is not, and it cannot be made up.
    expect((await step(first.at("challenge"), codeOf(thief.secret))).at("code")).toBe("wrong_code");
    expect((await app.call("GET", "/me", { session: String(first.at("challenge")) })).status).toBe(401);
    for (const made of [`main.${"A".repeat(43)}`, "x", "' or 1=1 --"])
      expect((await step(made, codeOf(secret))).status).toBe(410);
    expect((await step(first.at("challenge"), codeOf(secret))).status).toBe(200);
    await forgetSteps();
    expect((await step(first.at("challenge"), codeOf(secret))).at("code")).toBe("challenge_gone");
    const late = await signIn("stolen");
    await sql("update w_main.sign_in_challenge set expires_at = now() - interval '1 second'");
    expect((await step(late.at("challenge"), codeOf(secret))).at("code")).toBe("challenge_gone");
    const changed = await signIn("stolen");
    await app.call("POST", `/users/${id}/credentials`, {
      session: admin,
      body: { password: "another tulip mango" },
    });
    expect((await step(changed.at("challenge"), codeOf(secret))).at("code")).toBe("challenge_gone");
    await app.call("PATCH", `/records/user/${id}`, { session: admin, body: { active: false } });
    expect((await signIn("stolen", "10.0.0.1", "another tulip mango")).at("code")).toBe("bad_credentials");
  });

  it("locks after five wrong codes although the password was right in between", async () => {
    const { secret } = await withFactor("guess.me");
    const codes: unknown[] = [];
    for (let round = 0; round < 4; round += 1) {
      const first = await signIn("guess.me", "10.0.0.9");
      codes.push(first.at("code"));
      if (first.at("challenge"))
        codes.push((await step(first.at("challenge"), wrongCodeOf(secret), "10.0.0.9")).at("code"));
    }
    expect(codes).toEqual([
      "second_factor_required",
      "wrong_code",
      "second_factor_required",
      "wrong_code",
      "second_factor_required",
      "locked",
      "locked",
    ]);
  });

  it("takes each recovery code once, and new ones in place of the old", async () => {
    const { session, secret, codes } = await withFactor("lost.phone");
    const [code = "", other = ""] = codes;
    expect((await step((await signIn("lost.phone")).at("challenge"), code.toUpperCase())).status).toBe(200);
    expect((await step((await signIn("lost.phone")).at("challenge"), code)).at("code")).toBe("wrong_code");
    expect((await app.call("GET", "/me/second-factor", { session })).at("data.codes_left")).toBe(9);
    const renewed = await app.call("POST", "/me/second-factor/recovery-codes", {
      session,
      body: { code: codeOf(secret) },
    });
    expect(codesIn(renewed)).toHaveLength(10);
    expect((await step((await signIn("lost.phone")).at("challenge"), other)).at("code")).toBe("wrong_code");
  });

  it("is kept nowhere in a form that can be read", async () => {
    const { secret, codes } = await withFactor("at.rest");
    const tables = await app.database.db.query<{ name: string }>({
      text: "select table_name as name from information_schema.tables where table_schema = 'w_main' and table_type = 'BASE TABLE'",
    });
    const hex = Buffer.from(secret).toString("hex");
    for (const { name } of tables) {
      const [found] = await app.database.db.query<{ leaked: number }>({
        text: `select count(*)::int as leaked from w_main."${name}" t where t::text like '%' || $1 || '%' or t::text like '%' || $2 || '%' or t::text like '%' || $3 || '%'`,
        values: [secret, codes[0], hex],
      });
      expect(found?.leaked, name).toBe(0);
    }
  });

  it("is taken away by a code of one's own, or by an administrator, who is written down", async () => {
    const { id, session, secret } = await withFactor("reset.me");
    expect(
      (await app.call("DELETE", "/me/second-factor", { session, body: { code: wrongCodeOf(secret) } }))
        .status,
    ).toBe(422);
    expect((await app.call("DELETE", `/users/${id}/second-factor`, { session })).status).toBe(403);
    expect((await app.call("DELETE", `/users/${id}/second-factor`, { session: admin })).status).toBe(204);
    expect((await app.call("GET", "/me", { session })).status).toBe(401);
    expect((await signIn("reset.me")).status).toBe(200);
    expect(
      (await app.call("GET", `/access-log?user=${id}&kind=second_factor_reset`, { session: admin })).at(
        "data.0.detail.by",
      ),
    ).toBeTruthy();
    const own = await withFactor("off.again");
    expect(
      (
        await app.call("DELETE", "/me/second-factor", {
          session: own.session,
          body: { code: codeOf(own.secret) },
        })
      ).status,
    ).toBe(204);
    expect((await signIn("off.again")).status).toBe(200);
  });

  it("is set up on the way in where the company asks for it, also after an invitation; keys go on", async () => {
    const { id } = await person("must.have");
    const key = String(
      (await app.call("POST", "/api-keys", { session: admin, body: { name: "k" } })).at("key"),
    );
    expect(
      (await app.call("PATCH", "/settings/security", { key, body: { second_factor: "nobody" } })).status,
    ).toBe(403);
    expect(
      (
        await app.call("PATCH", "/settings/security", {
          session: admin,
          body: { second_factor: "sometimes" },
        })
      ).status,
    ).toBe(400);
    expect(
      (
        await app.call("PATCH", "/settings/security", {
          session: admin,
          body: { second_factor: "administrators" },
        })
      ).status,
    ).toBe(200);
    expect((await signIn("must.have")).status).toBe(200);
    expect((await signIn(ADMIN.login, "10.0.0.1", ADMIN.password)).at("code")).toBe(
      "second_factor_setup_required",
    );
    await app.call("PATCH", "/settings/security", { session: admin, body: { second_factor: "everybody" } });
    const invited = await app.call("POST", `/users/${id}/credentials`, {
      session: admin,
      body: { invite: true },
    });
    const path = String(invited.at("data.invitation.path")).replace("/invite/", "/invitations/");
    const first = await app.call("POST", path, { body: { password: "a brand new tulip" } });
    expect([first.status, first.at("code"), first.session]).toEqual([
      401,
      "second_factor_setup_required",
      undefined,
    ]);
    const secret = String(first.at("offer.secret"));
    expect((await step(first.at("challenge"), wrongCodeOf(secret))).at("code")).toBe("wrong_code");
    const inside = await step(first.at("challenge"), codeOf(secret));
    expect(codesIn(inside)).toHaveLength(10);
    expect(
      (
        await app.call("DELETE", "/me/second-factor", {
          session: inside.session ?? "",
          body: { code: "123456" },
        })
      ).at("code"),
    ).toBe("second_factor_stays");
    expect((await signIn("must.have", "10.0.0.1", "a brand new tulip")).at("code")).toBe(
      "second_factor_required",
    );
    expect((await app.call("GET", "/me", { key })).status).toBe(200);
    expect((await app.call("GET", "/me/second-factor", { key })).at("code")).toBe("person_needed");
    await app.call("PATCH", "/settings/security", { session: admin, body: { second_factor: "nobody" } });
  });
});

describe("networks", () => {
  const keep = (people: string[], keys: string[] = [], ip = "10.0.0.1") =>
    app.call("PATCH", "/settings/security", { session: admin, ip, body: { networks: { people, keys } } });
  it("shuts out sessions, sign-ins and keys from elsewhere, at once, and whoever saves stays inside", async () => {
    const key = String(
      (await app.call("POST", "/api-keys", { session: admin, body: { name: "net" } })).at("key"),
    );
    expect((await keep(["not a network", "10.0.0.0/33"])).at("errors")).toHaveLength(2);
    expect((await keep(["192.168.0.0/16"])).at("errors.0.code")).toBe("locks_you_out");
    expect((await keep(["10.0.0.1/8", "2001:db8::/32"], ["203.0.113.7"])).status).toBe(200);
    const me = (ip: string) => app.call("GET", "/me", { session: admin, ip });
    expect((await me("10.9.8.7")).status).toBe(200);
    expect((await me("::ffff:10.9.8.7")).status).toBe(200);
    expect((await me("2001:db8:5::1")).status).toBe(200);
    const out = await me("192.168.1.1");
    expect([out.status, out.at("code")]).toEqual([403, "network_not_allowed"]);
    expect((await app.call("GET", "/session", { session: admin, ip: "192.168.1.1" })).at("data")).toBeNull();
    expect((await app.call("POST", "/session", { body: ADMIN, ip: "192.168.1.1" })).at("code")).toBe(
      "network_not_allowed",
    );
    expect((await app.call("GET", "/me", { key, ip: "203.0.113.7" })).status).toBe(200);
    expect((await app.call("GET", "/me", { key, ip: "10.0.0.1" })).status).toBe(403);
    expect((await keep([], [])).status).toBe(200);
    expect((await me("192.168.1.1")).status).toBe(200);
  });
});

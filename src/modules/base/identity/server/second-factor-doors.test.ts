import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  admin,
  app,
  codeOf,
  forgetSteps,
  openCompany,
  PASSWORD,
  person,
  signIn,
  step,
  withFactor,
  wrongCodeOf,
} from "../../../../testing/worlds/second-factor-world.ts";

beforeAll(openCompany);
afterAll(() => app.close());

const begin = (session: string, password = PASSWORD) =>
  app.call("POST", "/me/second-factor", { session, body: { password } });
const confirm = (session: string, code: string) =>
  app.call("POST", "/me/second-factor/confirm", { session, body: { code } });
const stateOf = (session: string) => app.call("GET", "/me/second-factor", { session });
const meStatus = async (session: string) => (await app.call("GET", "/me", { session })).status;

describe("setting it up", () => {
  it("takes the password, and guesses at it are counted apart from sign-ins", async () => {
    const { session } = await person("guess.wang");
    for (let tries = 0; tries < 5; tries += 1) {
      const wrong = await begin(session, "guess");
      expect([wrong.status, wrong.at("code"), wrong.at("errors.0.field")]).toEqual([
        422,
        "wrong_password",
        "password",
      ]);
    }
    const locked = await begin(session);
    expect([locked.status, locked.at("code")]).toEqual([429, "locked"]);
    expect((await signIn("guess.wang")).status, "the door itself is open").toBe(200);
  });

  it("a right password forgives the wrong ones before", async () => {
    const { session } = await person("forgiven.li");
    for (let round = 0; round < 2; round += 1) {
      for (let tries = 0; tries < 4; tries += 1) await begin(session, "guess");
      expect((await begin(session)).status).toBe(200);
    }
  });

  it("is off until a code confirms it, of the secret that was offered last", async () => {
    const { session } = await person("twice.zhao");
    expect((await confirm(session, "123456")).at("code"), "nothing was offered").toBe("wrong_code");
    const [first, second] = [await begin(session), await begin(session)];
    expect(first.at("data.secret")).not.toBe(second.at("data.secret"));
    expect((await confirm(session, codeOf(String(first.at("data.secret"))))).at("code")).toBe("wrong_code");
    expect((await stateOf(session)).at("data.on")).toBe(false);
    expect((await signIn("twice.zhao")).status, "and asks for nothing yet").toBe(200);
    expect((await confirm(session, codeOf(String(second.at("data.secret"))))).status).toBe(200);
    expect((await stateOf(session)).json).toMatchObject({
      data: { on: true, codes_left: 10, required: false },
    });
  });

  it("is not begun over one that is on", async () => {
    const { session, secret } = await withFactor("over.qian");
    const again = await begin(session);
    expect([again.status, again.at("code")]).toEqual([409, "second_factor_on"]);
    expect((await step((await signIn("over.qian")).at("challenge"), codeOf(secret))).status).toBe(200);
  });

  it("signs out who came in with the password alone elsewhere, not here", async () => {
    const { session } = await person("elsewhere.sun");
    const other = (await signIn("elsewhere.sun")).session ?? "";
    const offer = await begin(session);
    expect(await meStatus(other)).toBe(200);
    await confirm(session, codeOf(String(offer.at("data.secret"))));
    expect([await meStatus(other), await meStatus(session)]).toEqual([401, 200]);
  });
});

describe("a code", () => {
  it("may be typed with blanks, dashes or full-width digits", async () => {
    const { secret } = await withFactor("typed.zhou");
    const wide = (code: string) =>
      code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    for (const typed of [
      (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`,
      (code: string) => `${code.slice(0, 3)}-${code.slice(3)} `,
      wide,
    ]) {
      await forgetSteps();
      expect((await step((await signIn("typed.zhou")).at("challenge"), typed(codeOf(secret)))).status).toBe(
        200,
      );
    }
  });

  it("of somebody else is none", async () => {
    const [one, other] = [await withFactor("mine.wu"), await withFactor("theirs.wu")];
    const challenge = (await signIn("mine.wu")).at("challenge");
    for (const code of [codeOf(other.secret), other.codes[0] ?? ""])
      if (code !== codeOf(one.secret)) expect((await step(challenge, code)).at("code")).toBe("wrong_code");
    expect((await step(challenge, one.codes[0] ?? "")).status).toBe(200);
  });

  it("that is wrong five times locks what takes one", async () => {
    const { session, secret } = await withFactor("locked.zheng");
    const renew = (code: string) =>
      app.call("POST", "/me/second-factor/recovery-codes", { session, body: { code } });
    for (let tries = 0; tries < 5; tries += 1)
      expect((await renew(wrongCodeOf(secret))).at("code")).toBe("wrong_code");
    const locked = await renew(codeOf(secret));
    expect([locked.status, locked.at("code")]).toEqual([429, "locked"]);
    expect((await stateOf(session)).at("data.codes_left"), "the old ones are still good").toBe(10);
  });

  it("of recovery says in the log and in the session that it was one", async () => {
    const { id, codes } = await withFactor("lost.feng");
    const entered = await step((await signIn("lost.feng")).at("challenge"), codes[0] ?? "");
    const sessions = await app.call("GET", "/sessions", { session: entered.session ?? "" });
    expect(sessions.at("data.0")).toMatchObject({ way: "recovery", current: true });
    const log = await app.call("GET", `/access-log?user=${id}&kind=recovery_code_used`, { session: admin });
    expect(log.at("data.length")).toBe(1);
  });
});

describe("taking it away", () => {
  const reset = (id: string, session = admin) =>
    app.call("DELETE", `/users/${id}/second-factor`, { session });

  it("is told of others to who manages people, and never the secret", async () => {
    const { id, session, secret } = await withFactor("seen.chen");
    const seen = await app.call("GET", `/users/${id}/second-factor`, { session: admin });
    expect(seen.json).toMatchObject({ data: { on: true, codes_left: 10 } });
    expect(JSON.stringify(seen.json)).not.toContain(secret);
    expect((await app.call("GET", `/users/${id}/second-factor`, { session })).status).toBe(403);
  });

  it("is no way round a code for oneself, nor of somebody who has none or is nobody", async () => {
    const me = String((await app.call("GET", "/me", { session: admin })).at("data.user.id"));
    expect((await reset(me)).status).toBe(403);
    const { id } = await person("without.chu");
    const none = await reset(id);
    expect([none.status, none.at("code")]).toEqual([409, "second_factor_off"]);
    expect((await reset("00000000-0000-4000-8000-000000000001")).status).toBe(404);
  });

  it("ends recovery codes and steps that were begun, too", async () => {
    const { id, codes } = await withFactor("reset.wei");
    const challenge = (await signIn("reset.wei")).at("challenge");
    expect((await reset(id)).status).toBe(204);
    expect((await step(challenge, codes[0] ?? "")).at("code")).toBe("challenge_gone");
    const session = (await signIn("reset.wei")).session ?? "";
    const offer = await begin(session);
    await confirm(session, codeOf(String(offer.at("data.secret"))));
    expect((await step((await signIn("reset.wei")).at("challenge"), codes[1] ?? "")).at("code")).toBe(
      "wrong_code",
    );
  });

  it("by oneself leaves the session that asked", async () => {
    const { session, codes } = await withFactor("off.jiang");
    const off = await app.call("DELETE", "/me/second-factor", { session, body: { code: codes[0] ?? "" } });
    expect(off.status).toBe(204);
    expect((await stateOf(session)).json).toMatchObject({ data: { on: false, since: null, codes_left: 0 } });
    expect(await meStatus(session)).toBe(200);
  });
});

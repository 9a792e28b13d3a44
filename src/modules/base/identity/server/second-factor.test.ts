import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { timeLeft } from "../../../../testing/time-left.ts";
import {
  admin,
  app,
  codeOf,
  codesIn,
  forgetSteps,
  openCompany,
  PASSWORD,
  person,
  signIn,
  sql,
  step,
  withFactor,
  wrongCodeOf,
} from "../../../../testing/worlds/second-factor-world.ts";

beforeAll(openCompany);
afterAll(() => app.close());

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
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ADMIN,
  admin,
  app,
  codeOf,
  codesIn,
  openCompany,
  person,
  signIn,
  step,
  withFactor,
  wrongCodeOf,
} from "../../../../testing/worlds/second-factor-world.ts";

beforeAll(openCompany);
afterAll(() => app.close());

describe("a second factor", () => {
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

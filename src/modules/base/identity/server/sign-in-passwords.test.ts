import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ADMIN,
  admin,
  app,
  newPerson,
  openCompany,
  person,
  signIn,
} from "../../../../testing/worlds/sign-in-world.ts";

beforeAll(openCompany);
afterAll(() => app.close());

describe("passwords", () => {
  it("change with the current one and end the other sessions", async () => {
    const li = await newPerson("pass.li");
    const { session = "" } = await signIn("pass.li", li.password);
    expect((await app.call("GET", "/me", { session })).at("data.must_change_password")).toBe(true);
    const change = (current: string, next: string) =>
      app.call("POST", "/me/password", { session, body: { current, next } });
    expect((await change("wrong", "harbour linen 42 otter")).at("errors.0")).toMatchObject({
      code: "wrong_password",
      field: "current",
    });
    expect((await change(li.password, "password1234")).at("errors.0")).toMatchObject({
      code: "too_common",
      field: "next",
    });
    expect((await change(li.password, "harbour linen 42 otter")).status).toBe(204);
    expect((await app.call("GET", "/me", { session: li.session })).status).toBe(401);
    expect((await app.call("GET", "/me", { session })).at("data.must_change_password")).toBe(false);
    expect((await signIn("pass.li", "harbour linen 42 otter")).status).toBe(200);
  });

  it("are set once through an invitation", async () => {
    const made = await app.call("POST", "/records/user", { session: admin, body: { name: "新同事" } });
    const id = String(made.at("data.id"));
    expect(
      (await app.call("POST", `/users/${id}/credentials`, { session: admin, body: { invite: true } })).at(
        "errors.0.code",
      ),
    ).toBe("no_login");
    const invited = await app.call("POST", `/users/${id}/credentials`, {
      session: admin,
      body: { login: "xin.tongshi", invite: true },
    });
    const token = String(invited.at("data.invitation.path")).replace("/invite/", "");
    expect((await app.call("GET", `/invitations/${token}`)).json).toEqual({
      data: { name: "新同事", login: "xin.tongshi", company: "渠成测试" },
    });
    expect((await app.call("POST", `/invitations/${token}`, { body: { password: "short" } })).status).toBe(
      422,
    );
    const both = await Promise.all(
      [1, 2].map(() =>
        app.call("POST", `/invitations/${token}`, { body: { password: "harbour linen 42 otter" } }),
      ),
    );
    expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 410]);
    expect(
      (await app.call("GET", "/me", { session: both.find((answer) => answer.session)?.session ?? "" })).at(
        "data.user.id",
      ),
    ).toBe(id);
  });

  it("of people with more rights are not one's to set", async () => {
    const roles = await app.call("POST", "/records/role", {
      session: admin,
      body: {
        name: "hr_c",
        label: { "zh-CN": "人事" },
        rights: {
          objects: { user: { create: true, read: "all", update: "all" } },
          abilities: ["people.manage"],
        },
      },
    });
    expect(roles.status, JSON.stringify(roles.json)).toBe(201);
    const hr = await person("hr.zhang", ["hr_c"]);
    const plain = await person("plain.sun");
    const adminId = String((await app.call("GET", "/me", { session: admin })).at("data.user.id"));
    expect(
      (
        await app.call("POST", `/users/${plain.id}/credentials`, {
          session: hr.session,
          body: { password: "harbour linen 42 otter" },
        })
      ).status,
    ).toBe(200);
    const taken = await app.call("POST", `/users/${adminId}/credentials`, {
      session: hr.session,
      body: { password: "harbour linen 42 otter" },
    });
    expect([taken.status, taken.at("errors.0.code")]).toEqual([403, "exceeds_abilities"]);
    expect(
      (
        await app.call("POST", `/users/${adminId}/credentials`, {
          session: plain.session,
          body: { password: "harbour linen 42 otter" },
        })
      ).status,
    ).toBe(401);
    expect((await signIn(ADMIN.login, ADMIN.password)).status).toBe(200);
  });
});

describe("own details", () => {
  it("may be changed by oneself although people are not; preferences merge and stay small", async () => {
    const seller = await person("me.chen", ["seller"]);
    expect(
      (
        await app.call("PATCH", `/records/user/${seller.id}`, {
          session: seller.session,
          body: { department: null },
        })
      ).status,
    ).toBe(403);
    expect(
      (
        await app.call("PATCH", "/me", { session: seller.session, body: { language: "en", name: "Chen" } })
      ).at("data.user"),
    ).toMatchObject({
      language: "en",
      name: "Chen",
    });
    expect(
      (await app.call("PATCH", "/me", { session: seller.session, body: { active: false } })).status,
    ).toBe(400);
    await app.call("PUT", "/me/preferences", {
      session: seller.session,
      body: { shade: "dark", list: { width: null } },
    });
    await app.call("PUT", "/me/preferences", { session: seller.session, body: { shade: null, dense: true } });
    expect((await app.call("GET", "/me", { session: seller.session })).at("data.preferences")).toEqual({
      list: { width: null },
      dense: true,
    });
    expect(
      (
        await app.call("PUT", "/me/preferences", {
          session: seller.session,
          body: { big: "x".repeat(70_000) },
        })
      ).status,
    ).toBe(413);
    const half = { big: "x".repeat(40_000) };
    expect((await app.call("PUT", "/me/preferences", { session: seller.session, body: half })).status).toBe(
      200,
    );
    expect(
      (await app.call("PUT", "/me/preferences", { session: seller.session, body: { more: half.big } }))
        .status,
    ).toBe(413);
  });
});

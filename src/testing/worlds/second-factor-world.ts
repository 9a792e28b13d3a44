import { Secret, TOTP } from "otpauth";
import { expect } from "vitest";
import { type Answered, type FreshApp, freshApp } from "../fresh-app.ts";

export const ADMIN = { login: "admin@example.com", password: "correct-horse-battery-9" };
export const PASSWORD = "tulip mango anvil";
export let app: FreshApp;
export let admin: string;

/** Begins a company with its administrator. */
export async function openCompany(): Promise<void> {
  app = await freshApp();
  const made = await app.call("POST", "/setup", {
    body: { ...ADMIN, name: "王立", company: "渠成测试", language: "zh-CN" },
  });
  admin = made.session ?? "";
}

/** The code that an authenticator shows, `steps` of 30 s away. */
export const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
/** Six digits that no clock near now shows. */
export const wrongCodeOf = (secret: string): string => {
  const near = [-2, -1, 0, 1, 2].map((steps) => codeOf(secret, steps));
  return (
    ["000000", "111111", "222222", "333333", "444444", "555555"].find((code) => !near.includes(code)) ?? ""
  );
};
/** The first step: login and password. */
export const signIn = (login: string, ip = "10.0.0.1", password = PASSWORD) =>
  app.call("POST", "/session", { body: { login, password }, ip });
/** The second step: a code. */
export const step = (challenge: unknown, code: string, ip = "10.0.0.1") =>
  app.call("POST", "/session/second-factor", { body: { challenge: String(challenge), code }, ip });
/** Asks the database itself. */
export const sql = (text: string, values: unknown[] = []) => app.database.db.query({ text, values });
/** Codes that were used may be used again. */
export const forgetSteps = () => sql("update w_main.second_factor set last_step = 0");

/** A person who is signed in. */
export async function person(login: string): Promise<{ id: string; session: string }> {
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
/** A person whose sign-in has two steps. */
export async function withFactor(
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
/** The recovery codes in an answer. */
export const codesIn = (answer: Answered): readonly string[] => {
  const codes = answer.at("data.recovery_codes") ?? answer.at("recovery_codes");
  return Array.isArray(codes) ? codes.map(String) : [];
};

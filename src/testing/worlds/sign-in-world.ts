import { expect } from "vitest";
import { type FreshApp, freshApp } from "../fresh-app.ts";

export const ADMIN = { login: "admin@example.com", password: "correct-horse-battery-9" };
export let app: FreshApp;
export let admin: string;

/** Begins a company with its administrator. */
export async function openCompany(): Promise<void> {
  app = await freshApp();
  const made = await app.call("POST", "/setup", {
    body: { ...ADMIN, name: "王立", company: "渠成测试", language: "zh-CN" },
  });
  expect(made.json, JSON.stringify(made.json)).toMatchObject({ user: { login: ADMIN.login } });
  admin = made.session ?? "";
}

/** Signs in with login and password. */
export const signIn = (login: string, password: string, ip = "10.0.0.1") =>
  app.call("POST", "/session", { body: { login, password }, ip });
/** A person with roles who has changed the password that was set for them. */
export async function person(
  login: string,
  roles: readonly string[] = [],
  values: object = {},
): ReturnType<typeof newPerson> {
  const made = await newPerson(login, roles, values);
  await app.database.db.query({
    text: "update w_main.credential set must_change = false where user_id = $1",
    values: [made.id],
  });
  return made;
}
/** A person with roles, made as an administrator makes them. */
export async function newPerson(
  login: string,
  roles: readonly string[] = [],
  values: object = {},
): Promise<{ id: string; password: string; session: string }> {
  const made = await app.call("POST", "/records/user", {
    session: admin,
    body: { name: login, login, ...values },
  });
  const id = String(made.at("data.id"));
  for (const role of roles) {
    const granted = await app.call("POST", "/records/user_role", {
      session: admin,
      body: { user: id, role: await roleId(role) },
    });
    expect(granted.status, JSON.stringify(granted.json)).toBe(201);
  }
  const password = "tulip mango anvil";
  expect(
    (await app.call("POST", `/users/${id}/credentials`, { session: admin, body: { password } })).status,
  ).toBe(200);
  return { id, password, session: (await signIn(login, password)).session ?? "" };
}
async function roleId(name: string): Promise<string> {
  const [row] = await app.database.db.query<{ id: string }>({
    text: `select id from w_main.o_role where name = $1`,
    values: [name],
  });
  return row?.id ?? "";
}

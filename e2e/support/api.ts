import type { Values } from "../../src/shared/metadata/object.ts";
import { ADMIN } from "./program.ts";

export interface Api {
  readonly url: string;
  readonly cookie: string;
  /** Throws with the answer when it is a refusal. */
  // oxlint-disable-next-line typescript/no-explicit-any
  call(method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE", path: string, body?: unknown): Promise<any>;
  make(object: string, values: Values): Promise<string>;
  find(object: string, filter: string): Promise<readonly Values[]>;
  count(object: string, filter: string, asOf?: string): Promise<number>;
}

/** Prepares and checks over HTTP what is not the point of a test. */
export async function apiOf(url: string, { login, password } = ADMIN): Promise<Api> {
  const signed = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ login, password }),
  });
  if (!signed.ok) throw new Error(`sign-in: ${await signed.text()}`);
  const cookie = signed.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const call: Api["call"] = async (method, path, body) => {
    const headers = {
      cookie,
      origin: url,
      "accept-language": "en",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    };
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : null;
  };
  return {
    url,
    cookie,
    call,
    make: async (object, values) => (await call("POST", `/records/${object}`, values)).data.id,
    find: async (object, filter) =>
      (await call("GET", `/records/${object}?limit=500&titles=1&filter=${encodeURIComponent(filter)}`)).data,
    count: async (object, filter, asOf) => {
      const body = {
        ...(filter ? { filter } : {}),
        ...(asOf ? { as_of: asOf } : {}),
        measures: [{ fn: "count" }],
      };
      return Number((await call("POST", `/records/${object}/aggregate`, body)).groups[0]?.values[0] ?? 0);
    },
  };
}

/** Somebody with a role who may sign in. */
export async function makePerson(
  api: Api,
  name: string,
  role: string,
): Promise<{ id: string; login: string; password: string }> {
  const login = `${name.toLowerCase().replaceAll(" ", ".")}@example.com`;
  const password = "Long-enough-for-all-77";
  const id = await api.make("user", { name });
  const [found] = await api.find("role", `name == "${role}"`);
  await api.make("user_role", { user: id, role: String(found?.["id"]) });
  await giveSignIn(api, id, { login, password });
  return { id, login, password };
}

/** A login and a password that the person has changed to already, as must be done before anything else. */
export async function giveSignIn(
  api: Api,
  id: string,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<void> {
  const first = `first ${password}`;
  await api.call("POST", `/users/${id}/credentials`, { login, password: first });
  await (
    await apiOf(api.url, { login, password: first })
  ).call("POST", "/me/password", { current: first, next: password });
}

import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Reply, testApp, type TestApp } from "../../../../testing/app.ts";
import { testProvider, type TestProvider } from "../../../../testing/oidc.ts";

let app: TestApp;
let provider: TestProvider;
let admin: Client;
let adminId: string;
let rescue: Client & { id: string };
beforeAll(async () => {
  [app, provider] = await Promise.all([
    testApp(),
    testProvider("http://localhost/api/v1/session/oidc/callback"),
  ]);
  admin = app.admin;
  adminId = (await admin.get("/me")).json.data.user.id;
  rescue = await app.person({ name: "应急", role: "administrator" });
});
afterAll(() => Promise.all([app.close(), provider.close()]));

const BOUNDARY = "sluice-emergency-boundary";
const oidc = () => ({
  on: true,
  issuer: provider.issuer,
  client_id: "sluice",
  scopes: "openid",
  match: "email",
  login_claim: "x",
  create: false,
  role: null,
  label: { "zh-CN": "企业账号", en: "Company account" },
});
const passwords = (everybody: boolean, person: string | null) =>
  admin.patch("/settings/security", { oidc: oidc(), passwords: { everybody, break_glass: person } });
const linkOf = async (user: string): Promise<string> =>
  (await admin.get(`/records/user_role?limit=500&fields=user`)).json.data.find(
    (link: { user: string }) => link.user === user,
  ).id;
const codes = ({ json }: Reply): readonly string[] => [
  json?.code,
  ...(json?.errors ?? []).map((error: { code: string }) => error.code),
];
const isActive = async (id: string): Promise<unknown> =>
  (await admin.get(`/records/user/${id}`)).json.data.active;

/** Takes a person's way in by a file, which may say so in its last column. */
async function byImport(login: string, values: Readonly<Record<string, string>>): Promise<string> {
  const options = {
    object: "user",
    match: ["login"],
    mapping: { login: "login", ...Object.fromEntries(Object.keys(values).map((name) => [name, name])) },
  };
  const csv = `login,${Object.keys(values).join()}\n${login},${Object.values(values).join()}\n`;
  const part = (head: string, content: string) =>
    `--${BOUNDARY}\r\ncontent-disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
  const body = `${part('name="file"; filename="x.csv"', csv)}${part('name="options"', JSON.stringify(options))}--${BOUNDARY}--\r\n`;
  const started = await admin.post("/imports", Buffer.from(body), {
    "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
  });
  expect(started.status, started.text).toBe(202);
  await app.idle();
  return (await admin.get(`/imports/${started.json.id}/errors.csv`)).text;
}
/** Every road by which a person could lose their way in. */
async function everyRoad(
  id: string,
  login: string,
): Promise<readonly (readonly [string, readonly string[]])[]> {
  const link = await linkOf(id);
  const roads: [string, readonly string[]][] = [
    ["deactivated", codes(await admin.patch(`/records/user/${id}`, { active: false }))],
    ["unnamed", codes(await admin.patch(`/records/user/${id}`, { login: null }))],
    ["deleted", codes(await admin.delete(`/records/user/${id}`))],
    ["stripped", codes(await admin.delete(`/records/user_role/${link}`))],
    [
      "in a batch",
      codes(
        await admin.post("/batch", {
          operations: [{ op: "update", object: "user", id, values: { active: false } }],
        }),
      ),
    ],
  ];
  const bulk = await admin.post("/records/user/bulk", { filter: `id == "${id}"`, values: { active: false } });
  roads.push([
    "in bulk",
    (bulk.json.results ?? []).flatMap((row: { errors?: { code: string }[] }) =>
      (row.errors ?? []).map(({ code }) => code),
    ),
  ]);
  const bulkRole = await admin.post("/records/user_role/bulk", { ids: [link], delete: true });
  roads.push([
    "role in bulk",
    (bulkRole.json.results ?? []).flatMap((row: { errors?: { code: string }[] }) =>
      (row.errors ?? []).map(({ code }) => code),
    ),
  ]);
  roads.push(["imported", [await byImport(login, { active: "false" })]]);
  return roads;
}

test("while passwords are off, nothing takes the emergency administrator away, although there are others", async () => {
  const login = (await admin.get(`/records/user/${rescue.id}`)).json.data.login;
  expect((await passwords(false, rescue.id)).status).toBe(200);
  for (const [road, said] of await everyRoad(rescue.id, login))
    expect(said.join(), road).toMatch(/emergency_administrator|break-glass administrator/);
  expect([await isActive(rescue.id), (await rescue.get("/me")).status]).toEqual([true, 200]);
  const refused = await admin.patch(
    `/records/user/${rescue.id}`,
    { active: false },
    { "accept-language": "zh-CN" },
  );
  expect(refused.json.errors[0].message).toContain("应急管理员");
  expect(
    (await admin.patch(`/records/user/${rescue.id}`, { title: "总经理" })).status,
    "anything else may change",
  ).toBe(200);
  const race = await Promise.all([
    passwords(false, adminId),
    admin.patch(`/records/user/${rescue.id}`, { active: false }),
  ]);
  expect(race[0]?.status).toBe(200);
  expect(
    (await admin.patch(`/records/user/${rescue.id}`, { active: false })).status,
    "after somebody else was chosen",
  ).toBe(200);
});

test("the last administrator stays on every road", async () => {
  expect((await passwords(true, null)).status).toBe(200);
  const { login } = (await admin.get(`/records/user/${adminId}`)).json.data;
  for (const [road, said] of await everyRoad(adminId, login))
    expect(said.join(), road).toMatch(/last_administrator|one active administrator/);
  expect(
    (
      await admin.post("/batch", {
        operations: [{ op: "update", object: "user", id: adminId, values: { login: "" } }],
      })
    ).status,
  ).toBe(422);
  const role = (await admin.get(`/records/role?filter=${encodeURIComponent('name == "administrator"')}`)).json
    .data[0];
  expect(codes(await admin.delete(`/records/role/${role.id}`)).join()).toMatch(/linked_by/);
  expect((await admin.patch(`/records/role/${role.id}`, { name: "gone" })).status).not.toBe(200);
  expect(
    codes(
      await admin.post("/erasures", {
        object: "user",
        id: adminId,
        legal_basis: "asked",
        attachments: false,
      }),
    ),
  ).toContain("still_active");
  expect([await isActive(adminId), (await admin.get("/me")).status]).toEqual([true, 200]);
});

test("an erasure is not carried out on somebody who came back meanwhile", async () => {
  const asked = await admin.post("/erasures", {
    object: "user",
    id: rescue.id,
    legal_basis: "asked",
    attachments: false,
  });
  expect(asked.status, asked.text).toBeLessThan(300);
  await admin.patch(`/records/user/${rescue.id}`, { active: true });
  const other = await app.person({ name: "另一位", role: "administrator" });
  expect((await other.post(`/erasures/${asked.json.data.id}/decision`, { approve: true })).json.code).toBe(
    "still_active",
  );
});

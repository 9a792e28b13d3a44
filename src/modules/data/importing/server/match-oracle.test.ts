import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Reply, testApp, type TestApp } from "../../../../testing/app.ts";

const BOUNDARY = "sluice-match-boundary";
const HEADERS = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
const form = (content: string, options: object): Buffer =>
  Buffer.from(
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="g.csv"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n` +
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="options"\r\n\r\n${JSON.stringify(options)}\r\n--${BOUNDARY}--\r\n`,
  );
const start = (who: Client, content: string, options: object): Promise<Reply> =>
  who.post("/imports", form(content, options), HEADERS);

const work = { create: true, read: "all", update: "all", delete: "all" };
const SECRETS = [
  ["contact", "mobile", "13985692467", "13985692468"],
  ["contact", "birthday", "1980-04-17", "1980-04-18"],
  ["contact", "email", "secret@mimi.example", "secret2@mimi.example"],
  ["account", "revenue", "48151623", "48151624"],
  ["account", "website", "https://mimi.example", "https://nini.example"],
  ["account", "external_id", "X-4711", "X-4712"],
  ["opportunity", "amount", "77123.45", "77123.46"],
  ["opportunity", "close_date", "2031-03-05", "2031-03-06"],
] as const;

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
  const account = await world.admin.make("account", {
    name: "保密公司",
    revenue: "48151623",
    website: "https://mimi.example",
    external_id: "X-4711",
  });
  await world.admin.make("contact", {
    name: "保密人",
    account: account.id,
    mobile: "13985692467",
    birthday: "1980-04-17",
    email: "secret@mimi.example",
  });
  await world.admin.make("opportunity", {
    name: "保密商机",
    account: account.id,
    amount: "77123.45",
    close_date: "2031-03-05",
  });
});
afterAll(() => world.close());

for (const right of ["hidden", "mask"] as const)
  test(`a ${right} field is not matched by: a guess that is right and one that is wrong look alike`, async () => {
    const fields: Record<string, Record<string, string>> = {};
    for (const [object, field] of SECRETS) fields[object] = { ...fields[object], [field]: right };
    const name = `guesser_${right}`;
    await world.admin.make("role", {
      name,
      label: { en: name },
      rights: { objects: { "*": work }, fields, abilities: ["record.import"] } as never,
    });
    const spy = await world.person({ name, role: name });
    for (const [object, field, is, isNot] of SECRETS)
      for (const onMatch of ["skip", "update"]) {
        const answer = await start(spy, `t,v\nx,${is}\nx,${isNot}\n`, {
          object,
          dry_run: true,
          on_match: onMatch,
          match: [field],
          mapping: { t: "name", v: field },
        });
        expect([answer.status, answer.json.errors?.[0]?.field], `${object}.${field}: ${answer.text}`).toEqual(
          [422, "match"],
        );
      }
  });

test("a right that is taken away before the import runs counts, too", async () => {
  const role = await world.admin.make("role", {
    name: "later",
    label: { en: "later" },
    rights: { objects: { "*": work }, fields: {}, abilities: ["record.import"] } as never,
  });
  const spy = await world.person({ name: "later", role: "later" });
  const options = {
    object: "contact",
    dry_run: true,
    on_match: "skip",
    match: ["mobile"],
    mapping: { t: "name", v: "mobile" },
  };
  const open = await start(spy, "t,v\nx,13985692467\nx,13985692468\n", options);
  await world.idle();
  expect((await spy.get(`/imports/${open.json.id}`)).json.data.skipped).toBe(1);
  await world.admin.patch(`/records/role/${role.id}`, {
    rights: { objects: { "*": work }, fields: { contact: { mobile: "mask" } }, abilities: ["record.import"] },
  });
  expect((await spy.post("/imports", { from: open.json.id })).status).toBe(422);
  await spy.post(`/imports/${open.json.id}/answers`, { answers: {} });
  await world.idle();
  expect((await spy.get(`/imports/${open.json.id}`)).json.data).toMatchObject({ skipped: 0, failed: 2 });
});

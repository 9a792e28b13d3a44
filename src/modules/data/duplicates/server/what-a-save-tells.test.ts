import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

const MOBILE = "13985692467";
const work = { create: true, read: "all", update: "all", delete: "all" };
const BOUNDARY = "sluice-save-boundary";
const HEADERS = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
const form = (content: string, options: object): Buffer =>
  Buffer.from(
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="g.csv"\r\ncontent-type: text/csv\r\n\r\n${content}\r\n` +
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="options"\r\n\r\n${JSON.stringify(options)}\r\n--${BOUNDARY}--\r\n`,
  );

let world: TestApp;
beforeAll(async () => {
  world = await testApp();
  for (const rule of (await world.admin.get("/records/duplicate_rule?limit=100")).json.data)
    if (rule.object === "contact" && rule.kind === "phone")
      await world.admin.patch(`/records/duplicate_rule/${rule.id}`, { action: "block" });
  await world.admin.make("contact", { name: "保密人", mobile: MOBILE });
});
afterAll(() => world.close());

describe.each(["mask", "hidden"] as const)("where the mobile is %s", (right) => {
  let spy: Client;
  beforeAll(async () => {
    const name = `save_${right}`;
    const fields = { contact: { mobile: right }, account: { name: right, owner: right, uscc: right } };
    await world.admin.make("role", {
      name,
      label: { en: name },
      rights: { objects: { "*": work }, fields, abilities: ["record.import", "record.restore"] } as never,
    });
    spy = await world.person({ name, role: name });
  });

  test("a blocking rule tells nothing of it, whichever road writes the same number into another field", async () => {
    const made = await spy.post("/records/contact", { name: "猜一", phone: MOBILE });
    expect([made.status, made.text.includes("保密人")]).toEqual([201, false]);
    await world.admin.delete(`/records/contact/${made.json.data.id}`);
    const other = await spy.make("contact", { name: "猜二", phone: "021-55550001" });
    for (const answer of [
      await spy.patch(`/records/contact/${other.id}`, { phone: `+86 ${MOBILE}` }),
      await spy.post("/records/contact/bulk", { ids: [other.id], values: { phone: "021-55550002" } }),
      await spy.post("/batch", {
        operations: [{ op: "update", object: "contact", id: other.id, values: { phone: "021-55550003" } }],
      }),
    ]) {
      const { results = [] } = answer.json;
      expect(
        [answer.status, results.filter((one: { ok?: boolean }) => one.ok === false)],
        answer.text,
      ).toEqual([200, []]);
    }
    await world.admin.post("/records/contact/bulk", { filter: 'name == "猜二"', delete: true });
    const options = { object: "contact", dry_run: true, mapping: { t: "name", v: "phone" } };
    const run = await spy.post("/imports", form(`t,v\nx,${MOBILE}\ny,13985692468\n`, options), HEADERS);
    await world.idle();
    expect((await spy.get(`/imports/${run.json.id}`)).json.data).toMatchObject({ created: 2, failed: 0 });
  });

  test("nor does it compare what is unreadable of the record that is written", async () => {
    const mobile = right === "mask" ? "13700001111" : "13700002222";
    const [theirs, mine] = [
      await world.admin.make("contact", { name: "甲", mobile }),
      await spy.make("contact", { name: "乙" }),
    ];
    expect((await spy.patch(`/records/contact/${mine.id}`, { phone: mobile })).status).toBe(200);
    expect((await spy.patch(`/records/contact/${theirs.id}`, { phone: "021-55550009" })).status).toBe(200);
    for (const { id } of [mine, theirs]) await world.admin.delete(`/records/contact/${id}`);
  });

  test("what can be read is blocked as before, and is said without the owner that is hidden", async () => {
    await world.admin.make("contact", {
      name: `公开 ${right}`,
      phone: right === "mask" ? "13612340001" : "13612340002",
    });
    const answer = await spy.post("/records/contact", {
      name: "丙",
      phone: right === "mask" ? "13612340001" : "13612340002",
    });
    expect([answer.status, answer.json.errors?.[0]?.code], answer.text).toEqual([409, "duplicate"]);
  });

  test("a record that comes back says nothing of who holds a value that is unreadable", async () => {
    const uscc = right === "mask" ? "91350100M000100Y43" : "91440300708461136T";
    const gone = await world.admin.make("account", { name: `旧公司 ${right}`, uscc });
    await world.admin.delete(`/records/account/${gone.id}`);
    const holder = await world.admin.make("account", { name: `持有公司 ${right}`, uscc });
    const answer = await spy.post(`/records/account/${gone.id}/restore`);
    expect(answer.status, answer.text).toBe(409);
    expect(answer.text).not.toMatch(new RegExp(`持有|${holder.id}|admin|${uscc}`, "i"));
    if (right === "hidden") expect(answer.text).not.toMatch(/uscc|credit code/i);
  });
});

test("a unique value that may be read names no title and no owner that are hidden", async () => {
  await world.admin.make("role", {
    name: "titleless",
    label: { en: "t" },
    rights: {
      objects: { "*": work },
      fields: { account: { name: "hidden", owner: "hidden" } },
      abilities: [],
    } as never,
  });
  const spy = await world.person({ name: "titleless", role: "titleless" });
  const mine = await world.admin.make("account", { name: "随便" });
  await world.admin.make("account", { name: "SecretHolder", uscc: "91310000607378229C" });
  const answer = await spy.patch(`/records/account/${mine.id}`, { uscc: "91310000607378229C" });
  expect([409, 422], answer.text).toContain(answer.status);
  expect(answer.text).not.toMatch(/Se\*|er"|admin|Administrator|管理员/);
});

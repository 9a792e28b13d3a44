import { afterAll, beforeAll, expect, test } from "vitest";
import { nameKey } from "../../shared/text/name-key.ts";
import { testApp, type TestApp } from "../../testing/app.ts";
import { replayLog } from "../history/replay.ts";
import { fillNameKeys } from "../schema/fill-name-keys.ts";

/** Names that differ in every way that counts, in no order. */
const NAMES = [
  ..."陈一 曹正阳 于晨 何洁 章一 张三 张四 曾国藩 单雄信 重庆长安 重型机械 曹 啊".split(" "),
  ..."Siemens abb Ärzte 7-Eleven 第10分公司 第2分公司 “阿里”网络 (北京)远景 远景 か".split(" "),
];
const byKey = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(nameKey(one)), Buffer.from(nameKey(other)));
const EXPECTED = NAMES.toSorted(byKey);

let app: TestApp;
const ids = new Map<string, string>();
let before: string;
beforeAll(async () => {
  app = await testApp();
  for (const name of NAMES) ids.set(name, (await app.admin.make("competitor", { name })).id);
  const [row] = await app.database.db.query<{ now: string }>({
    text: "select clock_timestamp()::text as now",
  });
  before = new Date(row?.now ?? "").toISOString();
});
afterAll(() => app.close());

const set = (text: string) => app.database.db.query({ text });
async function names(query = ""): Promise<readonly string[]> {
  const { json } = await app.admin.get(`/records/competitor?limit=100${query}`);
  return json.data.map(({ name }: { readonly name: string }) => name);
}
async function byPages(sort: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let cursor = ""; ;) {
    const { json } = await app.admin.get(`/records/competitor?limit=5&sort=${sort}${cursor}`);
    found.push(...json.data.map(({ name }: { readonly name: string }) => name));
    if (json.page.next === null) return found;
    cursor = `&cursor=${json.page.next}`;
  }
}

test("lists sort names as the shared function does: by default, up and down, page by page", async () => {
  expect(await names()).toEqual(EXPECTED);
  expect(await names("&sort=-name")).toEqual(EXPECTED.toReversed());
  expect([await byPages("name"), await byPages("-name")]).toEqual([EXPECTED, EXPECTED.toReversed()]);
});

test("a link is sorted by the name of what it leads to", async () => {
  for (const name of ["陈记", "曹记", "安记"]) {
    const { id } = await app.admin.make("account", { name });
    await app.admin.make("contact", { name: `${name}的人`, account: id });
  }
  for (const sort of ["account", "account.name", "-account.name"]) {
    const { json } = await app.admin.get(`/records/contact?sort=${sort}&fields=name`);
    const names = json.data.map(({ name }: { readonly name: string }) => name);
    expect(sort.startsWith("-") ? names.toReversed() : names, sort).toEqual([
      "安记的人",
      "曹记的人",
      "陈记的人",
    ]);
  }
});

test("a new name has a new place, and the past keeps its order", async () => {
  const id = ids.get("于晨") ?? "";
  await app.admin.patch(`/records/competitor/${id}`, { name: "敖晨" });
  const now = NAMES.map((name) => (name === "于晨" ? "敖晨" : name)).toSorted(byKey);
  expect(await names()).toEqual(now);
  expect(await names(`&as_of=${before}`)).toEqual(EXPECTED);
  await app.admin.patch(`/records/competitor/${id}`, { name: "于晨" });
});

test("names of an older version get their keys, its later changes too", async () => {
  const context = { ...(await app.context()), workspace: { ...(await app.context()).workspace } };
  await set(`update w_main.o_competitor set name__order = null`);
  await set(`update w_main.h_competitor set name__order = null`);
  // An older program knows the name alone.
  await set(`update w_main.o_competitor set name = '艾记' where name = '曹'`);
  while (await fillNameKeys(context));
  const now = NAMES.map((name) => (name === "曹" ? "艾记" : name)).toSorted(byKey);
  expect([await names(), await names(`&as_of=${before}`)]).toEqual([now, expect.arrayContaining(["于晨"])]);
  await set(`update w_main.o_competitor set name = '曹' where name = '艾记'`);
  const keys = await app.database.db.query<{ name: string }>({
    text: "select name from w_main.o_competitor where name__order is null",
  });
  expect(keys).toEqual([{ name: "曹" }]);
  const anew = { ...context, workspace: { ...context.workspace } };
  while (await fillNameKeys(anew));
  expect(await names()).toEqual(EXPECTED);
});

test("the log gives the same keys again", async () => {
  const report = await replayLog(await app.context());
  expect(report.filter(({ differing }) => differing.length > 0)).toEqual([]);
});

test("a cursor of another order is refused, not read as a place in this one", async () => {
  const { json } = await app.admin.get("/records/competitor?limit=5&sort=website");
  const { status } = await app.admin.get(`/records/competitor?limit=5&sort=name&cursor=${json.page.next}`);
  expect(status).toBe(400);
});

test("an index gives a page by name", async () => {
  const plan = await app.database.db.query<{ "QUERY PLAN": string }>({
    text: `explain select id from w_main.o_account where owner is not null order by name__order, id limit 50`,
  });
  const [index] = await app.database.db.query<{ indexdef: string }>({
    text: `select indexdef from pg_indexes where schemaname = 'w_main' and indexname = 'account__in_order_of_name'`,
  });
  expect(plan.length).toBeGreaterThan(0);
  expect(index?.indexdef).toContain("(name__order, id) INCLUDE");
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../testing/app.ts";
import { preparePage } from "../query/list.ts";
import { repairAll } from "../record/repair.ts";
import { fillWordBits } from "./fill-word-bits.ts";
import { bitsOfRecord, NO_BITS } from "./word-bits.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const OBJECTS = ["account", "opportunity"];
/** Records whose bits are not those of their words. */
async function wrong(): Promise<readonly string[]> {
  const { workspace } = await app.context();
  const arms = OBJECTS.map(
    (name) =>
      `select id from w_main.l_${name} l where word_bits is not null and word_bits <> coalesce(${bitsOfRecord(workspace, name, "l.id")}, ${NO_BITS})`,
  );
  return (await app.database.db.query<{ id: string }>({ text: arms.join(" union all ") })).map(
    ({ id }) => id,
  );
}
const withoutBits = async (): Promise<number> =>
  (
    await app.database.db.query({
      text: OBJECTS.map((name) => `select id from w_main.l_${name} where word_bits is null`).join(
        " union all ",
      ),
    })
  ).length;
const found = async (object: string, question: string, sort = ""): Promise<readonly string[]> =>
  (
    await app.admin.get(`/records/${object}?search=${encodeURIComponent(question)}${sort && `&sort=${sort}`}`)
  ).json.data
    .map(({ name }: { readonly name: string }) => name)
    .toSorted();
const set = (text: string) => app.database.db.query({ text });

test("bits follow the words on every road: creation, another name, the bin and back", async () => {
  const { id } = await app.admin.make("account", { name: "启明星仪器" });
  expect([await wrong(), await withoutBits()]).toEqual([[], 0]);
  await app.admin.patch(`/records/account/${id}`, { name: "长庚星仪表" });
  expect([await wrong(), await found("account", "长庚"), await found("account", "启明")]).toEqual([
    [],
    ["长庚星仪表"],
    [],
  ]);
  await app.admin.delete(`/records/account/${id}`);
  expect([await wrong(), await found("account", "长庚")]).toEqual([[], []]);
  expect((await app.admin.post(`/records/account/${id}/restore`, {})).status).toBe(200);
  expect([await wrong(), await found("account", "长庚"), await found("account", "changgeng")]).toEqual([
    [],
    ["长庚星仪表"],
    ["长庚星仪表"],
  ]);
});

test("what an older program writes beside this one has its bits too, whatever class it is of", async () => {
  const { id } = await app.admin.make("account", { name: "旧程序写的" });
  await set(
    `update w_main.search_entry set tokens = array['新','词','新词'] where object = 'account' and id = '${id}'`,
  );
  expect([await wrong(), await found("account", "新词")]).toEqual([[], ["旧程序写的"]]);
  await set(
    `insert into w_main.search_entry (object, id, class, tokens) values ('account', '${id}', 'field:more', array['另类'])`,
  );
  expect([await wrong(), await found("account", "新词")]).toEqual([[], ["旧程序写的"]]);
  await set(`delete from w_main.search_entry where object = 'account' and id = '${id}'`);
  expect(await wrong()).toEqual([]);
  await set(
    `insert into w_main.search_entry (object, id, class, tokens) values ('account', '${id}', 'open', array['再写'])`,
  );
  expect([await wrong(), await found("account", "再写")]).toEqual([[], ["旧程序写的"]]);
});

test("records from before are found meanwhile, get their bits some at a time, and only once", async () => {
  for (const number of [1, 2, 3]) await app.admin.make("opportunity", { name: `升级之前 ${number}` });
  for (const name of OBJECTS) await set(`update w_main.l_${name} set word_bits = null`);
  await set("delete from w_main.derived_state where name like 'once:word_bits:%'");
  expect(await found("opportunity", "升级")).toHaveLength(3);
  const context = await app.context();
  // As another process begins.
  const begun = { ...context, workspace: { ...context.workspace } };
  while (await fillWordBits(begun));
  expect([await withoutBits(), await wrong()]).toEqual([0, []]);
  expect(await found("opportunity", "升级")).toHaveLength(3);
  await set("update w_main.l_account set word_bits = null");
  expect(await fillWordBits({ ...context, workspace: { ...context.workspace } })).toBe(false);
  expect(await withoutBits()).toBeGreaterThan(0);
});

test("a list in the order of the last change passes by what lacks a bit; a recount puts bits right", async () => {
  const { id } = await app.admin.make("opportunity", { name: "缺位项目" });
  await set(`update w_main.l_opportunity set word_bits = ${NO_BITS} where id = '${id}'`);
  expect([await found("opportunity", "缺位"), await found("opportunity", "缺位", "name")]).toEqual([
    [],
    ["缺位项目"],
  ]);
  const context = await app.context();
  const report = await repairAll(context);
  expect(report.find(({ what }) => what === "search:opportunity")).toMatchObject({
    wrong: 1,
    examples: [id],
  });
  expect(await found("opportunity", "缺位")).toEqual(["缺位项目"]);
  const page = preparePage(context, context.catalog.object("opportunity")!, {
    object: "opportunity",
    search: "缺位",
  });
  expect(page.ok && page.value.statement.text).toContain("word_bits");
});

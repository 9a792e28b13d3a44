import { afterAll, beforeAll, expect, test } from "vitest";
import { queryWorld, type QueryWorld } from "../../testing/query-world.ts";
import { roleOf } from "../../testing/role-of.ts";
import { search } from "./search.ts";
import { queryTokens, tokensOf } from "./search-tokens.ts";

let world: QueryWorld;
beforeAll(async () => {
  world = await queryWorld();
  const [huawei] = await world.put("account", [
    { name: "华为技术有限公司", phone: "138 1234 8000" },
    { name: "深圳市华为终端" },
    { name: "GTXPro 重庆分公司" },
    { name: "Ｃａｆé 北京" },
    { name: "删除的华为", deleted_at: "2026-01-01T00:00:00Z" },
  ]);
  await world.put("deal", [{ name: "5G 基站", account: huawei ?? null, secret_note: "竞品报价" }]);
});
afterAll(() => world.database.drop());

const titles = async (question: string, context = world.context) =>
  (await search(context, question)).map((found) => found.title);

test.each([
  ["华为", ["华为技术有限公司", "深圳市华为终端"]],
  ["技术有限", ["华为技术有限公司"]],
  ["huawei", ["深圳市华为终端", "华为技术有限公司"]],
  ["hwjs", ["华为技术有限公司"]],
  ["hw", ["深圳市华为终端", "华为技术有限公司"]],
  ["华为 公司", ["华为技术有限公司"]],
  ["chongqing", ["GTXPro 重庆分公司"]],
  ["gtxp", ["GTXPro 重庆分公司"]],
  ["café", ["Ｃａｆé 北京"]],
  ["5g", ["5G 基站"]],
  ["12348", ["华为技术有限公司"]],
  ["华", ["华为技术有限公司", "深圳市华为终端"]],
  ["华终", []],
  ["，。%_", []],
  ["'; drop table", []],
])("%j finds %j", async (question, wanted) => expect(await titles(question)).toEqual(wanted));

test("a hit names its object and what it hangs on, and hidden words find nothing", async () => {
  expect(await search(world.context, "基站")).toEqual([
    { object: "deal", id: expect.any(String), title: "5G 基站", subtitle: "华为技术有限公司" },
  ]);
  expect(await titles("竞品")).toEqual(["5G 基站"]);
  const blind = world.as({
    id: null,
    roles: [roleOf("all", { deal: { secret_note: "hidden" }, account: { phone: "mask", name: "hidden" } })],
  });
  expect(await titles("竞品", blind)).toEqual([]);
  expect(await titles("12348", blind)).toEqual([]);
  expect(await titles("华为", blind)).toEqual([]);
  expect(await search(blind, "基站")).toEqual([{ object: "deal", id: expect.any(String), title: "5G 基站" }]);
});

test("tokens are bounded, folded and whole characters", () => {
  expect(queryTokens("ＡＢＣ１２ 华为")).toEqual([["abc", "bc1", "c12"], ["华为"]]);
  expect(tokensOf("𠮷野家")).toContain("𠮷野");
  expect(tokensOf("长".repeat(100_000)).length).toBeLessThan(20);
  const long = Array.from({ length: 9000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join("");
  expect(tokensOf(long).length).toBeLessThanOrEqual(2000);
  expect(queryTokens("a ".repeat(5000))).toHaveLength(8);
});

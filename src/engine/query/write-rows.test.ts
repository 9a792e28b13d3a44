import { afterAll, beforeAll, expect, test } from "vitest";
import type { WireValue } from "../../shared/metadata/object.ts";
import { queryWorld, type QueryWorld } from "../../testing/query-world.ts";
import { roleOf } from "../../testing/role-of.ts";
import type { Context } from "../kernel/context.ts";
import { JsonText } from "../kernel/json-text.ts";
import type { ListRequest } from "./contract.ts";
import { list, listJson } from "./list.ts";

let world: QueryWorld;
const OWNER = "00000000-0000-7000-8000-000000000001";
const AMOUNTS: readonly WireValue[] = [
  null,
  { amount: "0.00", currency: "CNY" },
  { amount: "1000.5", currency: "USD", base: "7200.1", rate_date: "2026-01-02" },
];
const HOSTILE = ['"', "\\", "\n\t\r\b\f\u0001\u007f", "\u2028</script>", "𠮷 e\u0301", "", "null", '{"a":1}'];

beforeAll(async () => {
  world = await queryWorld();
  const [account = ""] = await world.put("account", [
    { name: 'Ünï"x\\', industry: "通信", owner: OWNER, phone: "13812348000" },
  ]);
  const deals = await world.put(
    "deal",
    HOSTILE.map((name, at) => ({
      name,
      account: at % 2 ? account : null,
      owner: OWNER,
      stage: "won",
      amount: AMOUNTS[at % 3] ?? null,
      margin: ["12.500000", "0.000000", null][at % 3] ?? null,
      quantity: [null, 0, -7, 2147483647][at % 4] ?? null,
      close_date: at % 2 ? "2026-01-01" : null,
      entered_at: ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.1Z", null][at % 3] ?? null,
      secret_note: `秘密${name}`,
    })),
  );
  await world.put("deal", [{ name: "删除的", deleted_at: "2026-02-01T00:00:00Z" }]);
  await world.put("visit", [{ name: "拜访", regarding: { object: "deal", id: deals[1] ?? "" }, minutes: 5 }]);
});
afterAll(() => world.database.drop());

/** The page as it is sent and as it is made of records; a cursor is another each time. */
async function bothWays(context: Context, request: ListRequest): Promise<readonly [string, string]> {
  const [written, read] = [await listJson(context, request), await list(context, request)];
  if (!written.ok || !read.ok || !(written.value instanceof JsonText))
    throw new Error(JSON.stringify([written, read]));
  const withoutCursor = (json: string): string => json.replace(/"next":"[^"]+"/, '"next":"…"');
  return [withoutCursor(written.value.json), withoutCursor(JSON.stringify(read.value))];
}

const requests: readonly Omit<ListRequest, "object">[] = [
  {},
  { titles: true, count: "exact" },
  { limit: 3, sort: "-name", count: "bounded" },
  { deleted: true },
  { fields: ["name"], titles: true },
  { as_of: "2026-01-15" },
  { filter: 'name == "nothing"' },
];
test.each(["deal", "account", "visit", "line", "tag"])(
  "a list of %s is sent, byte by byte, as its records are",
  async (object) => {
    const masked = roleOf("all", {
      deal: { name: "mask", amount: "mask", quantity: "mask", secret_note: "hidden", account: "mask" },
      account: { phone: "mask" },
    });
    const callers = [
      world.context,
      world.as({ id: OWNER, roles: [roleOf("own")] }),
      world.as({ id: OWNER, roles: [masked] }),
    ];
    for (const context of callers)
      for (const request of requests) {
        const asked: ListRequest = { object, ...request };
        if (asked.deleted && context !== world.context) continue;
        const [written, read] = await bothWays(context, asked);
        expect(written, JSON.stringify(asked)).toBe(read);
      }
  },
);

test("a cursor sent with a written page goes on where it ended", async () => {
  const first = await listJson(world.context, { object: "deal", sort: "-entered_at", limit: 3 });
  if (!first.ok || !(first.value instanceof JsonText)) throw new Error("no page");
  const page = JSON.parse(first.value.json) as { data: { id: string }[]; page: { next: string } };
  const [rest] = await bothWays(world.context, {
    object: "deal",
    sort: "-entered_at",
    limit: 500,
    cursor: page.page.next,
  });
  const ids = [...page.data, ...(JSON.parse(rest) as { data: { id: string }[] }).data].map(({ id }) => id);
  const whole = await list(world.context, { object: "deal", sort: "-entered_at", limit: 500 });
  expect(ids).toEqual(whole.ok && whole.value.data.map((row) => row["id"]));
});

test("what is expanded is put together from records", async () => {
  const answer = await listJson(world.context, { object: "deal", expand: ["account"] });
  expect(answer.ok && !(answer.value instanceof JsonText) && answer.value.data).toHaveLength(HOSTILE.length);
});

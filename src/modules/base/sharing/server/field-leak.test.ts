import { afterAll, beforeAll, expect, test } from "vitest";
import { modules } from "../../../../apps/server/modules.ts";
import { PROCESS_ROADS } from "../../../../testing/worlds/leak-process-roads.ts";
import { RECORD_ROADS } from "../../../../testing/worlds/leak-record-roads.ts";
import {
  account,
  hidden,
  known,
  openLeakWorld,
  q,
  RIGHTS,
  type Road,
  SECRETS,
  spy,
  world,
} from "../../../../testing/worlds/leak-world.ts";

beforeAll(openLeakWorld);
afterAll(() => world.close());

/** Every endpoint of the program: how it is asked for the secrets, or why it cannot tell any. */
const ROADS: Readonly<Record<string, Road>> = { ...RECORD_ROADS, ...PROCESS_ROADS };
/** Endpoints about sign-in, settings, definitions and files: they hold no field of a business record. */
const ELSEWHERE =
  /^(GET|POST|PUT|PATCH|DELETE) \/(setup|session|sessions|me|api-keys|users|invitations|settings|abilities|regions|view-as|metrics-catalog|jobs|files|uploads|objects|definitions|pipelines|duplicates\/rebuild|notifications\/read|audit|backups?|system)(\/|$)/;

const routes = modules
  .flatMap((module) => module.routes ?? [])
  .map(({ method, path }) => `${method} ${path}`);

test("every endpoint was considered", () => {
  expect(routes.filter((route) => ROADS[route] === undefined && !ELSEWHERE.test(route))).toEqual([]);
  expect(
    Object.keys(ROADS).filter(
      (route) =>
        !routes.includes(route) &&
        !/approvals|simulat|exceptions|permissions|history|versions|erasure|personal|handover|baselines|transfers/.test(
          route,
        ),
    ),
  ).toEqual([]);
});

test("no road tells a hidden or masked value to who may not read it", { timeout: 300_000 }, async () => {
  const leaks: string[] = [];
  for (const [route, road] of Object.entries(ROADS)) {
    if (typeof road === "string" || !routes.includes(route)) continue;
    for (const answer of await Promise.all(road())) {
      expect(answer.status, `${route}: ${answer.text.slice(0, 300)}`).not.toBe(500);
      const asked = route === "GET /search" ? [] : known.filter((secret) => answer.text.includes(secret));
      for (const secret of asked)
        leaks.push(`${route} ${answer.status} tells ${secret}: ${answer.text.slice(0, 200)}`);
    }
  }
  expect(leaks).toEqual([]);
});

test("nor can it be found by asking: filter, sort, group, path, formula, search, duplicates and matching say the same whatever it is", async () => {
  const ids = async (path: string) =>
    (await spy.get(path)).json?.data?.map((row: { id: string }) => row.id) ?? "refused";
  const filters = {
    opportunity: [
      "amount > 1",
      `amount == ${SECRETS.amount}`,
      `next_step.contains("四七")`,
      `account.website == "${SECRETS.website}"`,
      `account.phone.startsWith("138")`,
      "max(amount, 0) > 0",
    ],
    account: [
      `phone == "${SECRETS.phone}"`,
      'website != ""',
      `related("opportunity", amount > 1).count() > 0`,
      `related("opportunity").sum(amount) > 1`,
      `open_amount > 1`,
    ],
    contact: [`email == "${SECRETS.email}"`, `account.phone == "${SECRETS.phone}"`],
  };
  for (const [object, all] of Object.entries(filters)) {
    for (const filter of all) {
      const found = await ids(`/records/${object}?filter=${q(filter)}`);
      const none = found === "refused" ? "refused" : [];
      // What is not readable is null: the condition holds for no record, except where null itself meets it
      // (!=), and then for all.
      const total = await ids(`/records/${object}?limit=200`);
      expect(
        [none, total].some((expected) => JSON.stringify(found) === JSON.stringify(expected)),
        `${object}: ${filter} → ${JSON.stringify(found)}`,
      ).toBe(true);
    }
  }
  for (const [object, field] of [
    ["opportunity", "amount"],
    ["opportunity", "next_step"],
    ["account", "phone"],
    ["opportunity", "account.website"],
  ] as const) {
    const [up, down] = [
      await ids(`/records/${object}?sort=${field}`),
      await ids(`/records/${object}?sort=-${field}`),
    ];
    const [first, last] = [await ids(`/records/${object}?sort=id`), await ids(`/records/${object}?sort=-id`)];
    const plain = [first, last, "refused"].map((order) => JSON.stringify(order));
    expect(
      [up, down].every((order) => plain.includes(JSON.stringify(order))),
      `sort by ${field}`,
    ).toBe(true);
  }
  for (const secret of hidden)
    expect((await spy.get(`/search?q=${q(secret)}`)).json.data, `search for ${secret}`).toEqual([]);
  for (const secret of hidden)
    expect(
      (await spy.get(`/records/account?search=${q(secret)}`)).json.data,
      `search in a list for ${secret}`,
    ).toEqual([]);
  const sums = await spy.post("/records/opportunity/aggregate", {
    measures: [
      { fn: "sum", field: "amount" },
      { fn: "avg", field: "amount" },
    ],
  });
  expect(
    sums.status === 200
      ? sums.json.groups[0]?.values.filter(
          // The sum of what nobody shows is nothing.
          (value: { amount?: string } | null) => value !== null && value.amount !== "0.00",
        )
      : [],
  ).toEqual([]);
  const byWebsite = await spy.post("/records/account/duplicates", { website: SECRETS.website, name: "无关" });
  expect(byWebsite.text).not.toContain(account);
});

test("a masked value is shown in full one at a time, to who has the ability, and that is recorded", async () => {
  expect((await spy.post(`/records/account/${account}/unmask`, { field: "phone" })).status).toBe(403);
  await world.admin.make("role", {
    name: "opener",
    label: { en: "Opener", "zh-CN": "解密" },
    rights: { ...RIGHTS, abilities: ["record.unmask"] } as never,
  });
  const opener = await world.person({ name: "解密人", role: "opener" });
  expect((await opener.get(`/records/account/${account}`)).json.data.phone).toBe("138****6666");
  expect((await opener.post(`/records/account/${account}/unmask`, { field: "phone" })).json).toEqual({
    field: "phone",
    value: SECRETS.phone,
  });
  expect((await opener.post(`/records/account/${account}/unmask`, { field: "website" })).json.code).toBe(
    "unknown_field",
  );
  expect((await opener.post(`/records/account/${account}/unmask`, { field: "name" })).json.code).toBe(
    "not_masked",
  );
  const log = (await world.admin.get("/access-log?kind=unmask")).text;
  expect(log).toContain('"field":"phone"');
  expect(log).toContain(account);
  expect(log).not.toContain(SECRETS.phone);
});

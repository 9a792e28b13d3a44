import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Values } from "../../shared/metadata/object.ts";
import { queryWorld, type QueryWorld } from "../../testing/query-world.ts";
import { roleOf } from "../../testing/role-of.ts";
import { aggregate } from "./aggregate.ts";
import { dayIn, endOfDay } from "../../shared/time/zone.ts";
import { monthIndex } from "../../shared/time/dates.ts";
import { readAsOf } from "./as-of.ts";
import { get } from "./get.ts";
import { list } from "./list.ts";

let world: QueryWorld;
const ME = "00000000-0000-7000-8000-000000000001";
const OTHER = "00000000-0000-7000-8000-000000000002";
const START = Date.parse("2025-11-20T00:00:00Z");
const moment = (hours: number) => new Date(START + hours * 3_600_000).toISOString().replace("Z", "000Z");
const FOREVER = 1e9;

/**
 * One version of a record: what it was from `from` to `to` (hours); retracted ones are no longer believed.
 */
interface Version {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly retracted: boolean;
  readonly values: Values;
}
const versions: { account: Version[]; deal: Version[] } = { account: [], deal: [] };
const SPAN = 3000;

function history(
  kind: string,
  count: number,
  seed: number,
  values: (random: () => number) => Values,
): Version[] {
  let state = seed;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: count }, (_, at) => {
    const id = `00000000-0000-7000-8000-${kind}${String(at).padStart(10, "0")}`;
    const cuts = [
      ...new Set(Array.from({ length: 1 + Math.floor(random() * 5) }, () => Math.floor(random() * SPAN))),
    ].toSorted((a, b) => a - b);
    const held = cuts.map((from, place): Version => ({
      id,
      from,
      to: cuts[place + 1] ?? FOREVER,
      retracted: false,
      // Some were filled in afterwards: stamped later than they are believed to have held.
      values: {
        ...values(random),
        deleted_at: random() < 0.2 ? moment(from) : null,
        created_at: moment(random() < 0.3 ? SPAN + from : (cuts[0] ?? 0)),
      },
    }));
    const disproved =
      random() < 0.4
        ? [{ id, from: 0, to: Math.floor(random() * SPAN) + 1, retracted: true, values: values(random) }]
        : [];
    return [...held, ...disproved];
  }).flat();
}

beforeAll(async () => {
  world = await queryWorld();
  const pick = <T>(all: readonly T[], random: () => number) => all[Math.floor(random() * all.length)]!;
  versions.account = history("ac", 8, 17, (random) => ({
    name: "客户",
    industry: pick(["制造", "软件", "零售"], random),
    owner: ME,
  }));
  const accounts = [...new Set(versions.account.map((version) => version.id))];
  versions.deal = history("de", 60, 4711, (random) => ({
    name: "交易",
    stage: pick(["new", "won", "lost"], random),
    amount: { amount: `${Math.floor(random() * 1000)}.25`, currency: "CNY" },
    owner: pick([ME, OTHER], random),
    account: pick([...accounts, null], random),
  }));
  for (const object of ["account", "deal"] as const) {
    const row = (version: Version): Values => ({
      id: version.id,
      ...version.values,
      valid_from: moment(version.from),
    });
    await world.put(object, versions[object].filter((version) => version.to === FOREVER).map(row));
    const past = versions[object].filter((version) => version.to !== FOREVER);
    await world.putPast(
      object,
      past.map((version) => ({
        ...row(version),
        valid_to: moment(version.to),
        period: monthIndex(moment(version.to)),
        retracted: version.retracted ? 5 : null,
      })),
    );
  }
});
afterAll(() => world.database.drop());

const believed = (object: "account" | "deal") => versions[object].filter((version) => !version.retracted);
/** The records that lived at a moment, by scanning every version. */
const livingAt = (object: "account" | "deal", at: number) =>
  believed(object).filter(
    (version) => version.from <= at && at < version.to && version.values["deleted_at"] === null,
  );
const today = (id: string) =>
  believed("deal").find((version) => version.id === id && version.to === FOREVER)!;

test("as of any moment, list, aggregate, get and links answer what a scan of all versions answers", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -10, max: SPAN + 10 }), fc.boolean(), async (at, everyone) => {
      const context = everyone ? world.context : world.as({ id: ME, roles: [roleOf("own")] });
      const as_of = moment(at);
      // Today's right on the record as it stands today: whose it was then does not matter.
      const wanted = livingAt("deal", at).filter(
        (version) => everyone || today(version.id).values["owner"] === ME,
      );
      const listed = await list(context, {
        object: "deal",
        as_of,
        limit: 500,
        sort: "-amount",
        expand: ["account"],
      });
      const data = listed.ok ? listed.value.data : [];
      const shape = (id: unknown, values: Values) =>
        [id, values["stage"], JSON.stringify(values["amount"]), values["owner"]].join(" ");
      expect(data.map((row) => shape(row["id"], row)).toSorted()).toEqual(
        wanted.map((version) => shape(version.id, version.values)).toSorted(),
      );

      const newest = await list(context, { object: "deal", as_of, limit: 500 });
      const stamps = (newest.ok ? newest.value.data : []).map((row) => String(row["created_at"]));
      expect(stamps).toEqual(
        wanted.map((version) => String(version.values["created_at"])).toSorted((a, b) => (a < b ? 1 : -1)),
      );

      const answer = await aggregate(context, {
        object: "deal",
        as_of,
        group_by: [{ field: "stage" }],
        measures: [{ fn: "count" }, { fn: "sum", field: "amount" }],
      });
      const groups = Object.fromEntries(
        (answer.ok ? answer.value.groups : []).map((group) => [group.key["stage"], group.values]),
      );
      for (const stage of ["new", "won", "lost"]) {
        const own = wanted.filter((version) => version.values["stage"] === stage);
        const cents = own.reduce(
          (sum, version) =>
            sum + Math.round(Number((version.values["amount"] as { amount: string }).amount) * 100),
          0,
        );
        expect(groups[stage] ?? [0]).toEqual(
          own.length === 0 ? [0] : [own.length, { amount: (cents / 100).toFixed(2), currency: "CNY" }],
        );
      }

      const one = versions.deal[Math.abs(at) % versions.deal.length]!.id;
      expect((await get(context, context.catalog.object("deal")!, one, { as_of })).ok).toBe(
        wanted.some((version) => version.id === one),
      );

      for (const row of data) {
        const id = wanted.find((version) => version.id === row["id"])!.values["account"];
        // The version of that moment, else the first one after it.
        const known = believed("account")
          .filter((version) => version.id === id && version.to > at)
          .toSorted((a, b) => a.from - b.from)[0];
        if (known) expect(row["account"]).toMatchObject({ industry: known.values["industry"]! });
        expect(row["industry"]).toEqual(
          known && known.values["deleted_at"] === null ? known.values["industry"] : null,
        );
      }
      const byIndustry = await list(context, {
        object: "deal",
        as_of,
        limit: 500,
        filter: `account.industry == "制造"`,
      });
      expect((byIndustry.ok ? byIndustry.value.data : []).length).toBe(
        data.filter((row) => row["industry"] === "制造").length,
      );

      const parent = versions.account[0]!.id;
      const sum =
        wanted.length >= 0 &&
        livingAt("deal", at).filter(
          (version) => version.values["account"] === parent && version.values["stage"] === "won",
        );
      const account = await get(context, context.catalog.object("account")!, parent, { as_of });
      const cents = (sum || []).reduce(
        (total, version) =>
          total + Math.round(Number((version.values["amount"] as { amount: string }).amount) * 100),
        0,
      );
      if (account.ok)
        expect(account.value["won_value"]).toEqual({ amount: (cents / 100).toFixed(2), currency: "CNY" });
    }),
    { numRuns: 40 },
  );
});

test.each(["-amount", "-created_at", "created_at,-amount"])(
  "pages of the past by %s visit each row once",
  async (sort) => {
    const as_of = moment(SPAN / 2);
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const answer = await list(world.context, {
        object: "deal",
        as_of,
        limit: 4,
        sort,
        ...(cursor ? { cursor } : {}),
      });
      if (!answer.ok) throw new Error("refused");
      seen.push(...answer.value.data.map((row) => row["id"]));
      cursor = answer.value.page.next ?? undefined;
    } while (cursor);
    expect(seen.toSorted()).toEqual(
      livingAt("deal", SPAN / 2)
        .map((version) => version.id)
        .toSorted(),
    );
    expect(new Set(seen).size).toBe(seen.length);
  },
);

test("a bare date is the end of that day in the company's zone; what is no moment is refused", () => {
  expect(readAsOf(world.context, "2017-06-30")).toEqual({ ok: true, value: "2017-06-30T15:59:59.999999Z" });
  expect(readAsOf(world.context, "2017-06-30T12:00:00+08:00")).toEqual({
    ok: true,
    value: "2017-06-30T04:00:00.000000Z",
  });
  expect(endOfDay("America/New_York", "2026-03-08")).toBe("2026-03-09T03:59:59.999Z");
  expect(endOfDay("America/New_York", "2026-11-01")).toBe("2026-11-02T04:59:59.999Z");
  expect(dayIn("Asia/Shanghai", "2026-03-31T20:00:00.000000Z")).toBe("2026-04-01");
  for (const wrong of [
    "2017-02-30",
    "yesterday",
    "2017-06-30T25:00:00Z",
    "2017-06-30 12:00",
    "2017-06-30T12:00:00",
  ])
    expect(readAsOf(world.context, wrong).ok).toBe(false);
});

import Big from "big.js";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { save } from "../../../../engine/record/save.ts";
import type { Operation } from "../../../../engine/kernel/save-request.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import {
  dateOfDay,
  momentOfDay,
  publishPlainPipeline,
  writeHistories,
} from "../../../../testing/stage-histories.ts";
import { expectRecordsBehind } from "../../../../testing/records-behind.ts";
import { type MovementAnswer, MOVEMENTS, type MovementName } from "../shared/movement.contract.ts";

let app: TestApp;
let [pipeline, other] = ["", ""];
let [anna, ben]: (Client & { id: string })[] = [];
/** Moments between the writes, the back-filled days among them. */
const moments: string[] = [];

interface Version {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly living: boolean;
  readonly type: string;
  readonly stage: string;
  readonly pipeline: string;
  readonly owner: string;
  readonly amount: string;
  readonly created: string;
  readonly entered: string;
}
let versions: readonly Version[] = [];

let seed = 20260630;
const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const STAGES = ["discovery", "needs", "proposal", "won", "lost"];

async function write(operation: Operation, road: "form" | "import" = "form"): Promise<string | null> {
  const { results } = await save(await app.context(), {
    road,
    mode: "all",
    operations: [operation],
    override: { reason: "历史" },
  });
  const [result] = results;
  return result?.ok ? result.id : null;
}

beforeAll(async () => {
  app = await testApp();
  [anna, ben] = [
    await app.person({ name: "Anna", role: "seller" }),
    await app.person({ name: "Ben", role: "seller" }),
  ];
  [pipeline, other] = [await publishPlainPipeline(app, "plain"), await publishPlainPipeline(app, "second")];
  const owners = [anna!.id, ben!.id];
  const backfilled = await writeHistories(
    app,
    pipeline,
    Array.from({ length: 12 }, (_, at) => {
      const days = [
        ...new Set(Array.from({ length: 1 + Math.floor(random() * 4) }, () => Math.floor(random() * 60))),
      ].toSorted((a, b) => a - b);
      return {
        values: { name: `老单 ${at}`, owner: pick(owners), amount: `${100 + at}.10` },
        stays: days.map((day) => [day, pick(STAGES)] as const),
      };
    }),
  );
  const ids = [...backfilled];
  const gone: string[] = [];
  for (let step = 0; step < 140; step += 1) {
    if (step % 7 === 0) moments.push((await app.context()).now, new Date().toISOString());
    const id = pick(ids);
    const kind = random();
    if (kind < 0.18) {
      const made = await write({
        op: "create",
        object: "opportunity",
        values: {
          name: `单 ${step}`,
          pipeline: pick([pipeline, other]),
          stage: pick(STAGES.slice(0, 3)),
          owner: pick(owners),
          amount: `${Math.floor(random() * 900)}.${step % 10}5`,
        },
      });
      if (made) ids.push(made);
    } else if (kind < 0.26) {
      if (
        await write(
          { op: "delete", object: "opportunity", id, ...(random() < 0.2 ? { retract: true } : {}) },
          "import",
        )
      )
        gone.push(id);
    } else if (kind < 0.34 && gone.length > 0)
      await write({ op: "restore", object: "opportunity", id: pick(gone) });
    else if (kind < 0.42)
      await write({
        op: "update",
        object: "opportunity",
        id,
        values: { pipeline: pick([pipeline, other]), stage: pick(STAGES.slice(0, 3)) },
      });
    else if (kind < 0.58)
      await write({ op: "update", object: "opportunity", id, values: { owner: pick(owners) } });
    else if (kind < 0.72)
      await write({
        op: "update",
        object: "opportunity",
        id,
        values: { amount: random() < 0.2 ? null : `${Math.floor(random() * 900)}.25` },
      });
    else
      await write({
        op: "update",
        object: "opportunity",
        id,
        values: { stage: pick(STAGES), lost_reason: "price_too_high" },
      });
  }
  moments.push(new Date().toISOString(), ...[3, 17, 31, 58].map(momentOfDay));
  const columns = `id::text as id, valid_from, deleted_at is null as living, stage_type as type, stage, pipeline::text as pipeline, owner::text as owner, coalesce(amount, 0)::text as amount, created_at, stage_entered_at`;
  const rows = await (
    await app.context()
  ).db.query<Record<string, string & boolean>>({
    text: `select ${columns}, null::timestamptz as valid_to from w_main.o_opportunity union all select ${columns}, valid_to from w_main.h_opportunity where retracted is null`,
  });
  versions = rows.map((row) => ({
    id: row["id"]!,
    from: row["valid_from"]!,
    to: row["valid_to"] ?? null,
    living: row["living"]!,
    type: row["type"]!,
    stage: row["stage"]!,
    pipeline: row["pipeline"]!,
    owner: row["owner"]!,
    amount: row["amount"]!,
    created: row["created_at"]!,
    entered: row["stage_entered_at"]!,
  }));
});
afterAll(() => app.close());

/** Microseconds, so that no comparison loses any. */
const at = (iso: string): bigint =>
  BigInt(Date.parse(`${iso.slice(0, 19)}Z`)) * 1000n +
  BigInt((/\.(\d{1,6})/.exec(iso)?.[1] ?? "").padEnd(6, "0"));
const standing = (moment: bigint): ReadonlyMap<string, Version> =>
  new Map(
    versions
      .filter((one) => at(one.from) <= moment && (one.to === null || at(one.to) > moment))
      .map((one) => [one.id, one]),
  );

interface Scope {
  readonly holds: (version: Version) => boolean;
  readonly key?: (version: Version) => string;
}
type Found = Record<MovementName, { ids: string[]; amount: Big }>;
const empty = (): Found =>
  Object.fromEntries(MOVEMENTS.map((name) => [name, { ids: [], amount: new Big(0) }])) as unknown as Found;

/** The definition, record by record. */
function oracle(start: bigint, end: bigint, { holds, key = () => "" }: Scope): Map<string, Found> {
  const [before, after] = [standing(start), standing(end)];
  const groups = new Map<string, Found>();
  const put = (
    group: string,
    name: MovementName,
    version: Version,
    amount: Big = new Big(version.amount),
  ) => {
    const found = groups.get(group) ?? empty();
    groups.set(group, found);
    found[name].ids.push(version.id);
    found[name].amount = found[name].amount.plus(amount);
  };
  const inScope = (version: Version | undefined): version is Version =>
    version !== undefined && version.living && holds(version);
  const open = (version: Version | undefined): version is Version =>
    inScope(version) && version.type === "open";
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(id), after.get(id)];
    const closed = is?.living && is.type !== "open" ? is : undefined;
    if (open(was)) put(key(was), "start", was);
    if (open(is)) put(key(is), "end", is);
    const stayed = open(was) ? (open(is) && key(is) === key(was) ? is : closed) : undefined;
    if (open(was) && stayed) {
      const difference = new Big(stayed.amount).minus(was.amount);
      if (difference.gt(0)) put(key(was), "increased", stayed, difference);
      if (difference.lt(0)) put(key(was), "decreased", stayed, difference.abs());
      if (closed) put(key(was), closed.type === "won" ? "won" : "lost", closed);
    }
    if (open(was) && !stayed) put(key(was), "moved_out", was);
    const entersOpen = open(is) && !(open(was) && key(was) === key(is));
    const entersClosed = !open(was) && closed && inScope(closed) && at(closed.entered) > start;
    if (is && (entersOpen || entersClosed)) put(key(is), at(is.created) > start ? "new" : "moved_in", is);
    if (closed && entersClosed) put(key(closed), closed.type === "won" ? "won" : "lost", closed);
  }
  return groups;
}

const shapeOf = (found: Found) =>
  MOVEMENTS.map((name) => [name, found[name].ids.length, found[name].amount.toFixed(2)]);
const shape = (answer: Pick<MovementAnswer, MovementName>) =>
  MOVEMENTS.map((name) => [name, answer[name].count, answer[name].amount?.amount]);

async function ask(body: object, who: Client = app.admin): Promise<MovementAnswer> {
  const answer = await who.post("/insight/movement", { object: "opportunity", ...body });
  expect(answer.status, answer.text).toBe(200);
  return answer.json;
}

test("any two moments: equals a scan of every version, in total and by group, and reconciles", async () => {
  const scopes: readonly (readonly [object, Scope])[] = [
    [{}, { holds: () => true }],
    [
      { pipeline, group_by: "owner" },
      { holds: (one) => one.pipeline === pipeline, key: (one) => one.owner },
    ],
    [
      { filter: `owner == "${anna!.id}"`, group_by: ["pipeline"] },
      { holds: (one) => one.owner === anna!.id, key: (one) => one.pipeline },
    ],
    [
      { filter: 'amount >= 300 && stage != "needs"', group_by: "stage" },
      { holds: (one) => Number(one.amount) >= 300 && one.stage !== "needs", key: (one) => one.stage },
    ],
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...moments),
      fc.constantFrom(...moments),
      fc.constantFrom(...scopes),
      async (one, two, [body, scope]) => {
        const [from = "", to = ""] = [one, two].toSorted((a, b) => Number(at(a) - at(b)));
        const answer = await ask({ ...body, from, to });
        const total = oracle(at(from), at(to), { holds: scope.holds }).get("") ?? empty();
        expect(shape(answer)).toEqual(shapeOf(total));
        if (!answer.groups) return;
        const wanted = oracle(at(from), at(to), scope);
        expect(
          Object.fromEntries(
            answer.groups.map((group) => [String(Object.values(group.key)[0]), shape(group)]),
          ),
        ).toEqual(Object.fromEntries([...wanted].map(([key, found]) => [key, shapeOf(found)])));
      },
    ),
    { numRuns: 120, seed: 4711 },
  );
});

test("each number opens its records, for the administrator and for a seller, also where groups change", async () => {
  const window = { from: moments[2], to: moments.at(-8) };
  await expectRecordsBehind(app.admin, await ask({ ...window, group_by: "owner" }));
  await expectRecordsBehind(
    app.admin,
    await ask({ ...window, pipeline, filter: "amount >= 200", group_by: "stage" }),
  );
  const own = await ask({ from: dateOfDay(-3), to: "2999-12-31" }, anna!);
  await expectRecordsBehind(anna!, own);
  expect([own.sight, own.end_at]).toEqual(["own", null]);
  expect((await ask({ from: dateOfDay(0), to: dateOfDay(30) })).sight).toBe("all");
});

test("several currencies: everything in company amounts, and it still adds up", async () => {
  await app.admin.make("exchange_rate", { currency: "USD", rate: "7.1", since: "2026-01-01" });
  const from = new Date().toISOString();
  const made = await app.admin.make("opportunity", {
    name: "美元单",
    pipeline,
    stage: "discovery",
    amount: { amount: "100", currency: "USD" },
  });
  const between = new Date().toISOString();
  await app.admin.patch(`/records/opportunity/${made.id}`, { amount: { amount: "90", currency: "USD" } });
  const filter = 'name == "美元单"';
  const single = await ask({ from: between, to: "2999-01-01", filter });
  expect(single.decreased.amount).toEqual({ amount: "10.00", currency: "USD" });
  const mixed = await ask({ from, to: "2999-01-01" });
  expect(mixed.new.amount).toMatchObject({ currency: "CNY", mixed: true });
});

test("what is no day, no order or no question is refused", async () => {
  const refused = async (body: object) =>
    (await app.admin.post("/insight/movement", { object: "opportunity", ...body })).json.code;
  expect(await refused({ from: "2026-02-30", to: "2026-03-01" })).toBe("bad_day");
  expect(await refused({ from: "2026-03-02", to: "2026-03-01" })).toBe("bad_window");
  expect(await refused({ from: "2026-03-01" })).toBe("malformed");
  expect(
    await refused({
      from: "2026-03-01",
      to: "2026-03-02",
      filter: `name in [${Array.from({ length: 300 }, () => '"a"').join(",")}]`,
    }),
  ).toBe("filter_too_long");
});

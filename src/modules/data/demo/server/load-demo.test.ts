import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../../../engine/kernel/context.ts";
import { modules } from "../../../../apps/server/modules.ts";
import { replayLog } from "../../../../engine/history/replay.ts";
import { JsonText } from "../../../../engine/kernel/json-text.ts";
import { aggregate } from "../../../../engine/query/aggregate.ts";
import { list, listJson } from "../../../../engine/query/list.ts";
import { systemTable, tableOf } from "../../../../engine/schema/names.ts";
import { type FreshApp, freshApp } from "../../../../testing/fresh-app.ts";
import { loadPipelines } from "../../../process/pipeline/public.ts";
import { simulate } from "../../../process/simulation/public.ts";
import { loadDemo } from "./load-demo.ts";

const SMALL = { accounts: 30, leads: 40, deals: 80 };
let app: FreshApp;
let context: Context;
beforeAll(async () => {
  app = await freshApp();
  context = await app.context();
});
afterAll(() => app.close());

/** A context whose transactions fail from the given one on, as in a process that is killed. */
function cutOffAfter(given: Context, transactions: number): Context {
  let begun = 0;
  const { db } = given;
  const transaction: typeof db.transaction = (work, options) =>
    (begun += 1) > transactions ? Promise.reject(new Error("killed")) : db.transaction(work, options);
  return { ...given, db: { ...db, transaction } };
}
async function stages(as_of?: string): Promise<Readonly<Record<string, number>>> {
  const answer = await aggregate(context, {
    object: "opportunity",
    group_by: [{ field: "stage" }],
    measures: [{ fn: "count" }],
    ...(as_of ? { as_of } : {}),
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return Object.fromEntries(
    answer.value.groups.map((group) => [String(group.key["stage"]), Number(group.values[0])]),
  );
}
const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

describe("loading the demo company", () => {
  it("goes on where it was cut off, leaves a whole one alone, and puts no record twice", async () => {
    await expect(loadDemo(cutOffAfter(context, 11), SMALL)).rejects.toThrow("killed");
    expect(await loadDemo(await app.context(), SMALL)).toBeGreaterThan(500);
    expect(await loadDemo(await app.context(), SMALL)).toBe(0);
    context = await app.context();
    expect(sum(await stages())).toBe(SMALL.deals);
  });

  it("has lists that are sent, byte by byte, as their records are", async () => {
    const different: string[] = [];
    for (const name of context.catalog.objects.keys()) {
      for (const request of [{}, { titles: true }, { titles: true, as_of: context.now.slice(0, 10) }]) {
        const asked = { object: name, limit: 500, ...request };
        const [written, read] = [await listJson(context, asked), await list(context, asked)];
        const json = (value: unknown): string => JSON.stringify(value).replace(/"next":"[^"]+"/, "");
        const sent =
          written.ok && written.value instanceof JsonText
            ? written.value.json.replace(/"next":"[^"]+"/, "")
            : json(written);
        if (sent !== json(read.ok ? read.value : read)) different.push(`${name} ${JSON.stringify(request)}`);
      }
    }
    expect(different).toEqual([]);
  });

  it("is what its log says: a replay counts the stays by the same calendar", async () => {
    const report = await replayLog(
      context,
      modules.flatMap((module) => module.ledgers ?? []),
    );
    expect(report.find(({ what }) => what === "stage_visit")?.rows).toBeGreaterThan(SMALL.deals);
    expect(report.flatMap(({ what, differing }) => differing.map(({ id }) => `${what} ${id}`))).toEqual([]);
  });

  it("has a past: fewer deals a year ago, other stages, no gate overridden", async () => {
    const lastYear = new Date(Date.parse(context.now) - 365 * 86_400_000).toISOString();
    const then = await stages(lastYear);
    expect(sum(then)).toBeLessThan(SMALL.deals * 0.7);
    expect(sum(then)).toBeGreaterThan(SMALL.deals * 0.2);
    const [visits] = await context.db.query<{
      deals: number;
      moves: number;
      overridden: number;
      worked: number;
    }>({
      text: `select count(distinct record)::int as deals, count(*)::int as moves, count(override)::int as overridden, count(*) filter (where working_days > 5)::int as worked
             from ${systemTable(context.workspace, "stage_visit")} where object = 'opportunity'`,
    });
    expect(visits).toMatchObject({ deals: SMALL.deals, overridden: 0 });
    expect(visits?.moves).toBeGreaterThan(SMALL.deals * 2);
    expect(visits?.worked).toBeGreaterThan(20);
  });

  it("passed its gates: judged again, no move of two years is refused, and stages hold what their gates ask", async () => {
    const pipeline = (await loadPipelines(context.db, context)).defaultOf("opportunity", null);
    const object = context.catalog.object("opportunity");
    if (!pipeline || !object) throw new Error("no pipeline");
    const since = new Date(Date.parse(context.now) - 800 * 86_400_000).toISOString();
    const question = {
      pipeline: pipeline.id,
      draft: pipeline.definition,
      live: null,
      from: since,
      to: context.now,
      most: 10_000,
    };
    const { moves, refused } = await simulate(context, object, question);
    expect(moves).toBeGreaterThan(SMALL.deals * 2);
    expect(refused.map((one) => `${one.title} → ${one.to}: ${one.criteria.join()}`)).toEqual([]);
    const [kept] = await context.db.query<{ files: number; answers: number; whole: number }>({
      text: `select (select count(*) from ${tableOf(context.workspace, "file")} where hash is not null)::int as files,
        (select count(*) from ${tableOf(context.workspace, "form_response")})::int as answers, (select count(*) from ${tableOf(context.workspace, "form_response")} where complete)::int as whole`,
    });
    expect([
      (kept?.files ?? 0) > SMALL.deals * 0.5,
      (kept?.answers ?? 0) > SMALL.deals * 0.3,
      (kept?.whole ?? 0) > 0,
    ]).toEqual([true, true, true]);
  });

  it("stands as a company does: types and chances follow the stage, people have roles and places", async () => {
    const [odd] = await context.db.query<{ deals: number; people: number; heads: number }>({
      text: `select
        (select count(*) from ${tableOf(context.workspace, "opportunity")} where stage_type is null or probability is null or (stage = 'won') <> (stage_type = 'won') or stage = 'won' and probability <> 100 or department is null or created_by is distinct from owner)::int as deals,
        (select count(*) from ${tableOf(context.workspace, "user")} u where source_system = 'demo' and (department is null or not exists (select 1 from ${tableOf(context.workspace, "user_role")} r where r."user" = u.id)))::int as people,
        (select count(*) from ${tableOf(context.workspace, "department")} where source_system = 'demo' and head is not null)::int as heads`,
    });
    expect(odd).toEqual({ deals: 0, people: 0, heads: 8 });
  });

  it("shows what is about several records and who took part, and deals that were put off", async () => {
    const count = async (object: string, filter: string): Promise<number> => {
      const answer = await aggregate(context, { object, filter, measures: [{ fn: "count" }] });
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
      return Number(answer.value.groups[0]?.values[0] ?? 0);
    };
    const [told] = await context.db.query<{ several: number; all: number }>({
      text: `select count(*) filter (where cardinality(also_regarding) >= 2 and cardinality(participants) >= 3)::int as several, count(*)::int as all from ${tableOf(context.workspace, "activity")}`,
    });
    expect((told?.several ?? 0) / (told?.all ?? 1)).toBeGreaterThan(0.05);
    expect((told?.several ?? 0) / (told?.all ?? 1)).toBeLessThan(0.6);
    expect(await count("opportunity", "slip_count > 1")).toBeGreaterThan(SMALL.deals * 0.05);
    expect(await count("opportunity", "slip_count > 0")).toBeLessThan(SMALL.deals * 0.8);
  });
});

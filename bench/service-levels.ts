import { callerOf, type Ask } from "./caller.ts";
import type { ChildServer } from "./child-server.ts";
import { median } from "./measure.ts";
import type { World } from "./world.ts";

const LEVELS = 5;
const [ROUNDS, WRITES] = [8, 60];
const DUE = 3000;

export interface LevelsMeasured {
  /** Throughput of writes under five levels by that without any; median of the rounds. */
  readonly create: number;
  readonly change: number;
  /** Limits that were all due at once: how many were breached and told in a second. */
  readonly duePerSecond: number;
}

/**
 * Tasks are made and changed with five levels in force, which begin a clock with each of them, and without, in turns;
 * then very many are due at once.
 */
export async function timeLevels({ db, administrator }: World, server: ChildServer): Promise<LevelsMeasured> {
  const ask = callerOf(server.port, administrator.headers);
  const levels = await makeLevels(ask);
  const [create, change]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    await force(ask, levels, false);
    const without = await writes(ask);
    await force(ask, levels, true);
    const under = await writes(ask);
    create.push(without.create / under.create);
    change.push(without.change / under.change);
  }
  const duePerSecond = await fireAll(db);
  await force(ask, levels, false);
  return { create: median(create), change: median(change), duePerSecond };
}

async function makeLevels(ask: Ask): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let at = 0; at < LEVELS; at += 1) {
    const { data } = await ask<{ data: { id: string } }>("POST", "/records/service_level", {
      name: `bench_${at}_${Date.now()}`,
      label: { "zh-CN": "测速", en: "Bench" },
      object: "task",
      start: `status == "open" && subject.startsWith("Bench")`,
      stop: 'status == "done"',
      target: { amount: 4 + at, unit: "working_hours" },
      warn: { amount: 1, unit: "working_hours" },
      escalate: [{ after: { amount: 1, unit: "working_hours" }, to: "manager" }],
      active: false,
    });
    ids.push(data.id);
  }
  return ids;
}
async function force(ask: Ask, levels: readonly string[], active: boolean): Promise<void> {
  for (const id of levels) await ask("PATCH", `/records/service_level/${id}`, { active });
  // Definitions are loaded anew with the first request.
  await ask("GET", "/records/task?limit=1");
}

/** Milliseconds of so many creates and changes, one after the other. */
async function writes(ask: Ask): Promise<{ readonly create: number; readonly change: number }> {
  const begun = performance.now();
  const ids: string[] = [];
  for (let at = 0; at < WRITES; at += 1)
    ids.push(
      (await ask<{ data: { id: string } }>("POST", "/records/task", { subject: `Bench ${at}` })).data.id,
    );
  const made = performance.now();
  for (const id of ids) await ask("PATCH", `/records/task/${id}`, { description: `第 ${made} 次` });
  const changed = performance.now();
  return { create: made - begun, change: changed - made };
}

/** All clocks that run are due now: how many are done in a second, whatever they tell. */
async function fireAll(db: World["db"]): Promise<number> {
  const [found] = await db.query<{ n: number }>({
    text: `with due as (update w_main.timer set due_at = now(), run_at = now() where id in (select id from w_main.timer where state = 'waiting' and kind = 'service_level' and key like '%/due' limit ${DUE}) returning 1) select count(*)::int as n from due`,
  });
  const begun = performance.now();
  // A write wakes the program, as a timer set by another process would.
  for (;;) {
    const [left] = await db.query<{ n: number }>({
      text: "select count(*)::int as n from w_main.timer where state = 'waiting' and run_at <= now()",
    });
    if ((left?.n ?? 0) === 0 || performance.now() - begun > 120_000) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (found?.n ?? 0) / ((performance.now() - begun) / 1000);
}

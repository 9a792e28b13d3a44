import { spawn } from "node:child_process";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { quietLog } from "../log/log.ts";
import { openQueue, type QueuePace } from "./open-queue.ts";
import type { Job } from "./queue.ts";

let at: TestDatabase;
beforeEach(async () => void (at = await testDatabase()));
afterEach(() => at.drop());

/** In the program a few seconds each; what is held here is what it looks for. */
const pace: QueuePace = { pollMs: 100, sweepMs: 200, againMs: 500 };

test("jobs run with their workspace, a key keeps one waiting job, a failed one comes again", async () => {
  const queue = await openQueue(at.url, { log: quietLog(), pace });
  const seen: Job[] = [];
  let failures = 0;
  const soon = new Date(Date.now() + 300);
  for (const n of [1, 2, 3])
    await queue.enqueue("count", { n }, { workspace: "main", key: "same", runAt: soon });
  await queue.enqueue("count", { n: 9 }, { workspace: "acme", key: "same" });
  await queue.enqueue("shaky", null, { workspace: "main" });
  await queue.start({
    count: async (job) => void seen.push(job),
    shaky: async () => {
      if (failures++ === 0) throw new Error("expected once");
    },
  });
  await expect.poll(() => seen, { timeout: 30_000 }).toHaveLength(2);
  // Which comes first says how long putting them in took.
  expect(seen.toSorted((one, other) => one.workspace.localeCompare(other.workspace))).toEqual([
    { workspace: "acme", payload: { n: 9 } },
    { workspace: "main", payload: { n: 3 } },
  ]);
  await expect.poll(() => failures, { timeout: 30_000 }).toBe(2);
  await queue.stop();
});

test("a job that only the full disk made fail comes again soon, however often it failed so; another one keeps its turn", async () => {
  const queue = await openQueue(at.url, { log: quietLog(), pace });
  for (const kind of ["full", "given_up", "broken"])
    await queue.enqueue(kind, null, {
      workspace: "main",
      key: kind,
      runAt: new Date(Date.now() + 3_600_000),
    });
  const failed = {
    full: [12, 25, 'could not extend file "base/1/2": No space left on device'],
    given_up: [25, 25, "ENOSPC: no space left on device, write"],
    broken: [12, 25, "x is undefined"],
  };
  const pool = new pg.Pool({ connectionString: at.url, max: 1 });
  for (const [kind, [attempts, most, said]] of Object.entries(failed))
    await pool.query(
      "update sluice_queue._private_jobs set attempts = $2, max_attempts = $3, last_error = $4 where key like $1",
      [`%/${kind}/%`, attempts, most, said],
    );
  const done: string[] = [];
  const handler = (kind: string) => async () => void done.push(kind);
  await queue.start({ full: handler("full"), given_up: handler("given_up"), broken: handler("broken") });
  await expect.poll(() => done.toSorted(), { timeout: 60_000 }).toEqual(["full", "given_up"]);
  await pool.end();
  await queue.stop();
});

test("a worker asks for its first job when others can see that it lives", async () => {
  const queue = await openQueue(at.url, { log: quietLog(), pace });
  await queue.enqueue("look", null, { workspace: "main" });
  const steps: string[] = [];
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(async function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const text = typeof given[0] === "string" ? given[0] : String((given[0] as { text?: unknown }).text);
    const isLock = text.includes("pg_advisory_lock");
    if (/skip locked/i.test(text)) steps.push("asks");
    if (isLock) await new Promise((resolve) => setTimeout(resolve, 1000));
    const answer = await query.apply(this, given);
    if (isLock) steps.push("lives");
    return answer;
  } as never);
  let done = false;
  await queue.start({ look: async () => void (done = true) });
  await expect.poll(() => done, { timeout: 30_000 }).toBe(true);
  spy.mockRestore();
  await queue.stop();
  expect(steps.slice(0, 2)).toEqual(["lives", "asks"]);
});

test("a job that is being done is not replaced by who only sees to it that there is one: it is tried again where it fails", async () => {
  const queue = await openQueue(at.url, { log: quietLog(), pace });
  let begun = 0;
  let end = (): void => undefined;
  const again = { workspace: "main", key: "import 1", unlessThere: true };
  await queue.enqueue("long", null, again);
  await queue.start({
    long: async () => {
      begun += 1;
      if (begun === 1)
        await new Promise<void>((_, reject) => (end = () => reject(new Error("expected once"))));
    },
  });
  await expect.poll(() => begun, { timeout: 30_000 }).toBe(1);
  await queue.enqueue("long", null, again);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(begun, "nobody begins it beside").toBe(1);
  end();
  await expect.poll(() => begun, { timeout: 30_000 }).toBe(2);
  await expect
    .poll(() => at.db.query({ text: "select id from sluice_queue.jobs" }), { timeout: 30_000 })
    .toEqual([]);
  await queue.enqueue("long", null, again);
  await expect.poll(() => begun, { timeout: 30_000 }).toBe(3);
  await queue.stop();
});

test("the job of a killed process is done by another within seconds", async () => {
  const queue = await openQueue(at.url, { log: quietLog(), pace });
  await queue.enqueue("long", { n: 1 }, { workspace: "main" });
  const program = `
    import { openQueue } from ${JSON.stringify(new URL("./open-queue.ts", import.meta.url).href)};
    import { quietLog } from ${JSON.stringify(new URL("../log/log.ts", import.meta.url).href)};
    const queue = await openQueue(${JSON.stringify(at.url)}, { log: quietLog() });
    await queue.start({ long: () => { console.log("taken"); return new Promise(() => setInterval(() => undefined, 1000)); } });`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  const seen: Job[] = [];
  await queue.start({ long: async (job) => void seen.push(job) });
  // Longer than a job may be held by nobody, and a few looks more.
  await new Promise((resolve) => setTimeout(resolve, 2700));
  expect(seen, "a living worker's job is left to it").toEqual([]);
  child.kill("SIGKILL");
  await expect.poll(() => seen, { timeout: 30_000 }).toEqual([{ workspace: "main", payload: { n: 1 } }]);
  await queue.stop();
});

import type { Context } from "../engine/kernel/context.ts";
import { repairBalances } from "../modules/base/balances/public.ts";
import { repairAll } from "../engine/record/repair.ts";
import { historyOf, systemTable, tableOf } from "../engine/schema/names.ts";
import { openEngine } from "../apps/server/engine.ts";
import { modules } from "../apps/server/modules.ts";
import type { Database } from "../platform/db/database.ts";
import type { StubbornClient } from "./stubborn-client.ts";

/** What was promised and not kept, each a sentence; none when all is well. */
export type Broken = readonly string[];

/**
 * Opens the engine beside the running program and looks whether its tables keep what they must; its readers
 * and jobs have `patience` ms to come to their end.
 */
export async function brokenInside(
  db: Database,
  patience = 120_000,
): Promise<{ broken: Broken; looked: Readonly<Record<string, number>> }> {
  const absent = () => Promise.reject(new Error("there are no files here"));
  const services = () => ({
    files: { put: absent, open: absent, delete: absent },
    jobs: { enqueue: async () => undefined },
  });
  const engine = await openEngine({ db, modules, services, onError: (error) => console.error(error) });
  try {
    const [main] = engine.workspaces;
    if (!main) throw new Error("no workspace");
    const context = await engine.systemContext(main);
    const parts = [
      await brokenHistory(context),
      await brokenVisits(context),
      await brokenCounts(context),
      await brokenReaders(context, patience),
      await brokenTimers(context, patience),
    ];
    return {
      broken: parts.flatMap((part) => part.broken),
      looked: Object.assign({}, ...parts.map((part) => part.looked)),
    };
  } finally {
    engine.stop();
  }
}
interface Part {
  readonly broken: Broken;
  readonly looked: Readonly<Record<string, number>>;
}

/**
 * What was due is done, and clocks have the timers that follow from them: one for each that runs, none for those that
 * have ended. A limit that was breached was so by one timer.
 */
async function brokenTimers({ db, workspace }: Context, patience: number): Promise<Part> {
  const [timer, clock] = [systemTable(workspace, "timer"), systemTable(workspace, "service_clock")];
  const look = () =>
    db.query<{ late: number; bare: number; stray: number; twice: number; looked: number }>({
      text: `select (select count(*)::int from ${timer} where state = 'waiting' and tries = 0 and run_at < now() - interval '10 seconds') as late,
        (select count(*)::int from ${clock} c where c.state in ('running', 'warned') and c.due_at is not null and not exists (select from ${timer} t where t.record = c.record and t.key = c.id || '/due' and t.state = 'waiting')) as bare,
        (select count(*)::int from ${timer} t join ${clock} c on c.record = t.record and t.key like c.id || '/%' where t.state = 'waiting' and c.stopped_at is not null) as stray,
        (select count(*)::int from (select from ${timer} t where t.kind = 'service_level' and t.state = 'fired' group by t.record, t.key, t.due_at having count(*) > 1) x) as twice,
        (select count(*)::int from ${timer}) as looked`,
    });
  let [found] = await look();
  for (
    const until = Date.now() + patience;
    found && found.late > 0 && Date.now() < until;
    [found] = await look()
  )
    await new Promise((resolve) => setTimeout(resolve, 500));
  const { late = 0, bare = 0, stray = 0, twice = 0, looked = 0 } = found ?? {};
  const broken = [
    late > 0 ? `${late} timers are due and not done` : "",
    bare > 0 ? `${bare} clocks run without a timer` : "",
    stray > 0 ? `${stray} timers of clocks that have ended` : "",
    twice > 0 ? `${twice} timers were done twice` : "",
  ];
  return { broken: broken.filter(Boolean), looked: { timers: looked } };
}

/** Each version of each record is logged once, and its versions follow one another without gap or overlap. */
async function brokenHistory(context: Context): Promise<Part> {
  const broken: string[] = [];
  let [records, versions] = [0, 0];
  const changes = systemTable(context.workspace, "changes");
  for (const { name, ledger } of context.catalog.objects.values()) {
    if (ledger) continue;
    const [live, past] = [tableOf(context.workspace, name), historyOf(context.workspace, name)];
    const rows = await context.db.query<{
      id: string;
      version: number;
      logged: number;
      distinct: number;
      last: number;
      gaps: number;
    }>({
      text: `with versions as (
          select id, version, valid_from, valid_to from ${past} where retracted is null
          union all select id, version, valid_from, null from ${live}),
        steps as (select id, valid_to, version, lead(valid_from) over w as next_from, lead(version) over w as next_version from versions window w as (partition by id order by valid_from, version)),
        gaps as (select id, count(*) filter (where valid_to is distinct from next_from or next_version < version or next_version > version + 1) as gaps from steps group by id),
        log as (select record as id, count(*) as logged, count(distinct version) as "distinct", max(version) as last from ${changes} where object = $1 group by record)
        select t.id, t.version, coalesce(l.logged, 0) as logged, coalesce(l."distinct", 0) as "distinct", coalesce(l.last, 0) as last, g.gaps from ${live} t join gaps g on g.id = t.id left join log l on l.id = t.id`,
      values: [name],
    });
    records += rows.length;
    versions += rows.reduce((sum, row) => sum + row.version, 0);
    for (const row of rows) {
      if (row.gaps > 0) broken.push(`${name} ${row.id}: ${row.gaps} gaps between its versions`);
      if (row.logged !== row.version || row.distinct !== row.version || row.last !== row.version)
        broken.push(
          `${name} ${row.id}: version ${row.version}, but ${row.logged} changes of ${row.distinct} versions up to ${row.last}`,
        );
    }
    const [stray] = await context.db.query<{ count: number }>({
      text: `select count(*) as count from ${changes} c where c.object = $1 and not exists (select from ${live} t where t.id = c.record)`,
      values: [name],
    });
    if (stray && stray.count > 0)
      broken.push(`${name}: ${stray.count} changes of records that are not there`);
  }
  return { broken, looked: { records, versions } };
}

/** Visits of a record follow one another, the last one is open and is the stage it stands in. */
async function brokenVisits(context: Context): Promise<Part> {
  const broken: string[] = [];
  let looked = 0;
  for (const object of context.catalog.objects.values()) {
    if (!object.stageField || object.ledger) continue;
    const rows = await context.db.query<{
      id: string;
      visits: number;
      gaps: number;
      open: number;
      right: boolean;
    }>({
      text: `with steps as (select record, left_at, stage, previous_stage, lead(entered_at) over w as next_at, lag(stage) over w as before
            from ${systemTable(context.workspace, "stage_visit")} where object = $1 window w as (partition by record order by entered_at, left_at nulls last)),
          summed as (select record, count(*) as visits, count(*) filter (where left_at is null) as open, max(stage) filter (where left_at is null) as stage,
            count(*) filter (where left_at is distinct from next_at or before = stage or (before is not null and previous_stage is distinct from before)) as gaps from steps group by record)
        select t.id, coalesce(s.visits, 0) as visits, coalesce(s.gaps, 0) as gaps, coalesce(s.open, 0) as open, s.stage is not distinct from t.${object.stageField} as right
        from ${tableOf(context.workspace, object.name)} t left join summed s on s.record = t.id
        where not exists (select 1 from ${systemTable(context.workspace, "stage_visit_retracted")} r where r.record = t.id)`,
      values: [object.name],
    });
    for (const { id, visits, gaps, open, right } of rows) {
      looked += visits;
      if (gaps > 0 || open !== 1 || !right)
        broken.push(
          `${object.name} ${id}: ${visits} visits, ${gaps} gaps, ${open} open, the last ${right ? "" : "not "}its stage`,
        );
    }
  }
  return { broken, looked: { visits: looked } };
}

async function brokenCounts(context: Context): Promise<Part> {
  const report = [...(await repairAll(context)), await repairBalances(context)];
  const broken = report
    .filter(({ wrong }) => wrong > 0)
    .map(
      ({ what, wrong, checked, examples }) =>
        `${what}: ${wrong} of ${checked} wrong (${examples.join(", ")})`,
    );
  const [keys] = await context.db.query<{ count: number }>({
    text: `select count(*) as count from ${tableOf(context.workspace, "account")} t where t.deleted_at is null and not exists (select from ${systemTable(context.workspace, "duplicate_key")} k where k.id = t.id)`,
  });
  if (keys && keys.count > 0) broken.push(`${keys.count} accounts without keys to find duplicates by`);
  return { broken, looked: { compared: report.reduce((sum, { checked }) => sum + checked, 0) } };
}

/** The readers of the log have come to its end, and nothing in the queue is stuck. */
async function brokenReaders(context: Context, patience: number): Promise<Part> {
  const broken: string[] = [];
  const [failed] = await context.db.query<{ count: number }>({
    text: `select count(*) as count from ${systemTable(context.workspace, "reader_failure")}`,
  });
  if (failed && failed.count > 0) broken.push(`${failed.count} failed reactions`);
  for (const until = Date.now() + patience; ;) {
    const [behind] = await context.db.query<{ readers: number; jobs: number }>({
      text: `select (select count(*) from ${systemTable(context.workspace, "reader")} where position < (select coalesce(max(seq), 0) from ${systemTable(context.workspace, "changes")})) as readers,
        (select count(*) from sluice_queue.jobs where attempts < max_attempts and run_at <= now()) as jobs`,
    });
    if (behind?.readers === 0 && behind.jobs === 0) return { broken, looked: {} };
    if (Date.now() >= until)
      return {
        broken: [...broken, `${behind?.readers} readers are behind, ${behind?.jobs} jobs wait`],
        looked: {},
      };
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

export interface FeedEntry {
  readonly seq: number;
  readonly object: string;
  readonly id: string;
  readonly version?: number;
  readonly type: string;
}
/** The feed from `cursor` to its present end. */
export async function readFeed(
  client: StubbornClient,
  cursor = "0",
): Promise<{ entries: FeedEntry[]; cursor: string }> {
  const entries: FeedEntry[] = [];
  for (let at = cursor; ;) {
    const { status, json } = await client.get(`/changes?limit=500&cursor=${at}`);
    if (status !== 200) throw new Error(`the feed answers ${status}`);
    entries.push(...json.data);
    at = json.page.next;
    if (!json.page.more) return { entries, cursor: at };
  }
}

/** The feed is in order, names nothing twice, and holds every version of the records it speaks of. */
export function brokenFeed(entries: readonly FeedEntry[], name: string): Broken {
  const broken: string[] = [];
  const versions = new Map<string, number>();
  entries.forEach((entry, index) => {
    const before = entries[index - 1];
    // A change that moves the caller's sight, or a record to another owner, says so under its own number,
    // before or after itself.
    const isAnnounced =
      [before, entry].filter((one) => one?.type === "reset").length === 1 && before?.seq === entry.seq;
    if (before && before.seq >= entry.seq && !isAnnounced)
      broken.push(`${name}: ${entry.seq} after ${before.seq}`);
    if (entry.version === undefined) return;
    const expected = (versions.get(entry.id) ?? 0) + 1;
    if (entry.version !== expected)
      broken.push(`${name}: ${entry.object} ${entry.id} has version ${entry.version} after ${expected - 1}`);
    versions.set(entry.id, entry.version);
  });
  return broken;
}

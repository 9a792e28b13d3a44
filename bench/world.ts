import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openEngine } from "../src/apps/server/engine.ts";
import { modules } from "../src/apps/server/modules.ts";
import type { Context } from "../src/engine/kernel/context.ts";
import { countTotals } from "../src/engine/totals/repair-totals.ts";
import { sealLogs } from "../src/modules/base/audit/public.ts";
import { ensureAdministrator, loadPrincipal } from "../src/modules/base/identity/public.ts";
import { openSession } from "../src/modules/base/identity/server/open-session.ts";
import { connectDatabase } from "../src/platform/db/connect.ts";
import type { Database } from "../src/platform/db/database.ts";
import { openDataDirectory } from "../src/platform/postgres/data-directory.ts";
import { startEmbedded } from "../src/platform/postgres/embedded.ts";
import { BROWSER } from "./contenders.ts";
import type { BenchOptions } from "./options.ts";
import { fill } from "./seed/fill.ts";

/** One whose sight is measured: a seller sees own records, a manager those of a subtree, the director all. */
export interface Caller {
  readonly context: Context;
  /** Header lines of a signed-in browser. */
  readonly headers: string;
}
export interface World {
  readonly url: string;
  readonly db: Database;
  readonly directory: string;
  readonly seller: Caller;
  readonly manager: Caller;
  readonly director: Caller;
  readonly administrator: Caller;
  /** The program itself, for what a measure needs to find. */
  readonly system: Context;
  /** Rows a second while seeding; undefined when the company was there. */
  readonly seededPerSecond: number | undefined;
  close(): Promise<void>;
}

/** PostgreSQL as in production (fsync on), migrated, with a company of the wanted size. */
export async function openWorld({ keep, database, size }: BenchOptions): Promise<World> {
  const directory = keep ? resolve(keep) : mkdtempSync(join(tmpdir(), "sluice-bench-"));
  const postgres = database
    ? { url: database, stop: async () => undefined }
    : await startEmbedded(openDataDirectory(directory), {
        restarted: () => undefined,
        lost: () => process.exit(1),
      });
  const db = connectDatabase(postgres.url, { max: 20 });
  const engine = await openEngine({
    db,
    modules,
    services: () => ({
      files: {
        put: () => Promise.reject(new Error("no files")),
        open: () => Promise.reject(new Error("no files")),
        delete: () => Promise.resolve(),
      },
      jobs: { enqueue: async () => undefined },
    }),
    onError: (error) => console.error(error),
  });
  const [main] = engine.workspaces;
  if (!main) throw new Error("no workspace");
  await ensureAdministrator(await engine.systemContext(main), {
    login: "admin@example.com",
    password: "correct-horse-battery-9",
  });
  const context = await engine.systemContext(main);
  const [found] = await db.query<{ filled: boolean }>({
    text: "select exists (select from w_main.o_opportunity) as filled",
  });
  const seededPerSecond = found?.filled ? undefined : await seed(context, postgres.url, size);
  // A company that has lived has a sealed log: sealing years of it beside the measurements would be measured,
  // too.
  await sealLogs(context, { all: true });
  const caller = async (role: string): Promise<Caller> => callerOf(context, await busiest(db, role));
  return {
    url: postgres.url,
    db,
    directory,
    seller: await caller("seller"),
    manager: await caller("sales_manager"),
    director: await caller("sales_director"),
    administrator: await caller("administrator"),
    system: context,
    seededPerSecond,
    async close() {
      engine.stop();
      await db.close();
      await postgres.stop();
      if (!keep) rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function seed(context: Context, url: string, size: number): Promise<number> {
  const begun = Date.now();
  const { rows } = await fill(context, { url, deals: size, told: (line) => console.log(line) });
  await countTotals(context);
  await context.db.query({ text: "vacuum analyze" });
  await context.db.query({ text: "checkpoint" });
  return Object.values(rows).reduce((sum, count) => sum + count, 0) / ((Date.now() - begun) / 1000);
}

/** Of the people of a role the one in the middle by number of deals: neither the idlest nor the busiest. */
async function busiest(db: Database, role: string): Promise<string> {
  const rows = await db.query<{ id: string }>({
    text: `select u.id from w_main.o_user u join w_main.o_user_role l on l."user" = u.id join w_main.o_role r on r.id = l.role and r.name = $1
           left join w_main.o_opportunity o on o.owner = u.id where u.deleted_at is null group by u.id order by count(o.id), u.id`,
    values: [role],
  });
  const found = rows[Math.floor(rows.length / 2)];
  if (!found) throw new Error(`nobody is ${role}`);
  return found.id;
}

async function callerOf(context: Context, user: string): Promise<Caller> {
  const principal = await loadPrincipal(context.db, context.workspace, user);
  if (!principal) throw new Error("the caller is gone");
  const { token } = await openSession(context.db, context.workspace, {
    userId: user,
    ip: null,
    userAgent: null,
    way: "password",
  });
  return {
    context: { ...context, principal },
    headers: `cookie: sluice_session=${token}\r\norigin: http://localhost\r\naccept-language: zh-CN\r\n${BROWSER}`,
  };
}

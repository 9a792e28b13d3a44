import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Context, Workspace } from "../engine/kernel/context.ts";
import type { Module } from "../engine/module.ts";
import type { Services } from "../engine/kernel/services.ts";

/** Waits for a transaction's end. */
async function hasCommitted({ db }: Context, id: string): Promise<boolean> {
  for (;;) {
    const [row] = await db.query<{ status: string }>({
      text: "select pg_xact_status($1::xid8) as status",
      values: [id],
    });
    if (row?.status !== "in progress") return row?.status === "committed";
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/**
 * Files in a throw-away directory, and jobs done at once in this process, one after the other. `idle` waits
 * for those, too, that a job starts.
 */
export function testServices(
  modules: readonly Module[],
  contextOf: (workspace: Workspace) => Promise<Context>,
): { of: (workspace: Workspace) => Services; idle: () => Promise<void>; close: () => void } {
  const directory = mkdtempSync(join(tmpdir(), "sluice-test-files-"));
  const jobs = Object.assign({}, ...modules.map((module) => module.jobs ?? {})) as NonNullable<
    Module["jobs"]
  >;
  let tail: Promise<void> = Promise.resolve();
  const of = (workspace: Workspace): Services => ({
    files: {
      async put(content) {
        const digest = createHash("sha256");
        let size = 0;
        content.on("data", (chunk: Buffer) => {
          digest.update(chunk);
          size += chunk.length;
        });
        const temporary = join(directory, randomUUID());
        await pipeline(content, createWriteStream(temporary));
        const hash = digest.digest("hex");
        renameSync(temporary, join(directory, hash));
        return { hash, size };
      },
      open: async (hash, range) => createReadStream(join(directory, hash), range),
      delete: async (hash) => rmSync(join(directory, hash), { force: true }),
    },
    jobs: {
      async enqueue(kind, payload, { within } = {}) {
        const work = jobs[kind];
        if (!work) throw new Error(`no job kind ${kind}`);
        const json: unknown = JSON.parse(JSON.stringify(payload));
        const [writer] = within
          ? await within.query<{ id: string }>({ text: "select pg_current_xact_id()::text as id" })
          : [];
        tail = tail.then(async () => {
          const context = await contextOf(workspace);
          if (!writer || (await hasCommitted(context, writer.id))) await work(context, json);
        });
        tail.catch(() => undefined);
      },
    },
  });
  const idle = async (): Promise<void> => {
    for (let last: Promise<void> | undefined; last !== tail;) await (last = tail);
  };
  return { of, idle, close: () => rmSync(directory, { recursive: true, force: true }) };
}

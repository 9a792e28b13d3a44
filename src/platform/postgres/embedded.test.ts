import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { connectDatabase } from "../db/connect.ts";
import { openDataDirectory } from "./data-directory.ts";
import { startEmbedded } from "./embedded.ts";
import { lockInstance } from "./instance-lock.ts";

vi.setConfig({ testTimeout: 240_000 }); // Real clusters, synced to the disk.
const made: string[] = [];
afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});
const temporary = (): string => {
  const path = mkdtempSync(join(tmpdir(), "sluice-embedded-"));
  made.push(path);
  return path;
};
const left = (root: string): string => spawnSync("pgrep", ["-f", root], { encoding: "utf8" }).stdout.trim();
const never = (error: unknown): never => {
  throw error;
};

test("a server killed by force is started again with all that it had acknowledged, and stops in order", async () => {
  const at = openDataDirectory(temporary());
  let restarts = 0;
  const server = await startEmbedded(at, { restarted: () => restarts++, lost: never });
  const db = connectDatabase(server.url);
  await db.query({ text: "create table kept as select 1 as n" });
  process.kill(Number(readFileSync(join(at.postgres, "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
  await expect.poll(() => restarts, { timeout: 60_000 }).toBe(1);
  expect(
    await db.query({
      text: "select n, current_setting('fsync') as fsync, current_setting('listen_addresses') as heard from kept",
    }),
  ).toEqual([{ n: 1, fsync: "on", heard: "" }]);
  await db.close();
  await server.stop();
  expect(left(at.root)).toBe("");
});

test("what is written to the log is made shorter only by a way that is quick, in a directory of before as well", async () => {
  const at = openDataDirectory(temporary());
  await (await startEmbedded(at, { restarted: () => undefined, lost: never })).stop();
  appendFileSync(join(at.postgres, "postgresql.conf"), "wal_compression = on\nmax_wal_size = 64MB\n");
  const server = await startEmbedded(at, { restarted: () => undefined, lost: never });
  const db = connectDatabase(server.url);
  const [compression, size] = await db.query<{ setting: string; ways: string[] | null }>({
    text: "select setting, enumvals as ways from pg_settings where name in ('wal_compression', 'max_wal_size') order by name desc",
  });
  expect(compression?.setting).toBe(["lz4", "zstd"].find((way) => compression?.ways?.includes(way)) ?? "off");
  expect(Number(size?.setting)).toBeGreaterThanOrEqual(512);
  await db.close();
  await server.stop();
});

test("a postmaster.pid with the number of another living process does not stop the start", async () => {
  const at = openDataDirectory(temporary());
  const events = { restarted: () => undefined, lost: never };
  await (await startEmbedded(at, events)).stop();
  writeFileSync(
    join(at.postgres, "postmaster.pid"),
    `${process.ppid}\n${at.postgres}\n1700000000\n5432\n${at.run}\n\n  1234567  7654321\nready   \n`,
  );
  const server = await startEmbedded(at, events);
  await server.stop();
  writeFileSync(join(at.postgres, "PG_VERSION"), "14\n");
  await expect(startEmbedded(at, events)).rejects.toThrow(/belongs to PostgreSQL 14/);
});

test("a data directory has one holder; the lock of a dead one is taken over", async () => {
  const { root } = openDataDirectory(temporary());
  const release = await lockInstance(root);
  await expect(lockInstance(root)).rejects.toThrow(`another Sluice process (${process.pid})`);
  await release();
  const dead = `require("net").createServer().listen(${JSON.stringify(join(root, "run", "lock"))}, () => process.kill(process.pid, "SIGKILL"))`;
  spawnSync(process.execPath, ["-e", dead]);
  await (
    await lockInstance(root)
  )();
});

test("a directory with other files, or below a file, is refused in one sentence", () => {
  const root = temporary();
  writeFileSync(join(root, "thesis.doc"), "");
  expect(() => openDataDirectory(root)).toThrow(/contains other files/);
  expect(() => openDataDirectory(join(root, "thesis.doc", "data"))).toThrow(
    /cannot be written to \(ENOTDIR\)/,
  );
});

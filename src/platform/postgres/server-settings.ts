import { spawnSync } from "node:child_process";
import { statfsSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import { cleanEnvironment } from "./cluster.ts";
import type { Binaries } from "./find-binaries.ts";
import { commandAs, type RunAs } from "./run-as.ts";

const MEGABYTE = 2 ** 20;

/**
 * How our server runs the cluster in `directory`, given at each start. fsync and full_page_writes keep their
 * defaults: what was acknowledged survives a power cut.
 */
export function serverSettings(binaries: Binaries, runAs: RunAs, directory: string): Record<string, string> {
  const memory = Math.floor(totalmem() / MEGABYTE);
  const share = (whole: number, part: number, least: number, most: number): number =>
    Math.min(Math.max(Math.floor(whole / part), least), most);
  const { bavail, bsize } = statfsSync(directory);
  return {
    shared_buffers: `${share(memory, 8, 64, 4096)}MB`,
    effective_cache_size: `${Math.floor(memory / 2)}MB`,
    work_mem: `${share(memory, 512, 16, 64)}MB`,
    maintenance_work_mem: "128MB",
    max_connections: "100",
    // The first change of a page after a checkpoint writes the whole page into the log: checkpoints by the
    // clock, not by how much is written.
    checkpoint_timeout: "15min",
    max_wal_size: `${share((bavail * bsize) / MEGABYTE, 20, 512, 6144)}MB`,
    random_page_cost: "1.1",
    jit: "off",
    // Pages of lists are read from indexes alone where vacuum has been: not after a fifth of a million
    // records has changed, but after a fiftieth.
    autovacuum_vacuum_scale_factor: "0.02",
    autovacuum_vacuum_insert_scale_factor: "0.02",
    autovacuum_analyze_scale_factor: "0.02",
    wal_compression: walCompression(binaries, runAs, directory),
    log_checkpoints: "off",
    log_line_prefix: "%m [%p] ",
  };
}

/**
 * The quickest way that these binaries have to make the log shorter. pglz, which all have, takes several
 * times as long as the change itself: rather none.
 */
export function walCompression(binaries: Binaries, runAs: RunAs, directory: string): "lz4" | "zstd" | "off" {
  const takes = (way: string): boolean => {
    const { command, args, options } = commandAs(runAs, join(binaries.bin, "postgres"), [
      "-C",
      "wal_compression",
      "-D",
      directory,
      "-c",
      `wal_compression=${way}`,
    ]);
    return (
      spawnSync(command, args, { ...options, cwd: "/", stdio: "ignore", env: cleanEnvironment() } as never)
        .status === 0
    );
  };
  if (takes("lz4")) return "lz4";
  return takes("zstd") ? "zstd" : "off";
}

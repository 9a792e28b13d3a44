import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Milliseconds of processor time so far, by process. */
export type ProcessorTimes = ReadonlyMap<number, number>;

/** What processes have used between two looks; one that has ended meanwhile is left out. */
export const usedBetween = (from: ProcessorTimes, to: ProcessorTimes): number =>
  [...to].reduce((sum, [pid, ms]) => sum + ms - (from.get(pid) ?? 0), 0);

export const timesOf = (pids: readonly number[]): ProcessorTimes =>
  new Map(pids.flatMap((pid): [number, number][] => [[pid, processorMs(pid) ?? 0]]));

/** Of all its threads, to the nanosecond; undefined where the system does not tell. */
export function processorMs(pid: number | undefined): number | undefined {
  const threads = listed(`/proc/${pid}/task`);
  const used = threads.flatMap(
    (thread) => read(`/proc/${pid}/task/${thread}/schedstat`)?.split(" ")[0] ?? [],
  );
  return used.length > 0 ? used.reduce((sum, ns) => sum + Number(ns), 0) / 1e6 : undefined;
}

/** Those of a PostgreSQL that keeps its data here that serve a connection: vacuum and checkpoints come when they will. */
export function postgresProcesses(directory: string): readonly number[] {
  const first = read(join(directory, "postmaster.pid"))?.split("\n")[0];
  return listed("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === first && isBackend(name))
    .map(Number);
}
const parentOf = (pid: string): string | undefined =>
  read(`/proc/${pid}/stat`)?.split(") ")[1]?.split(" ")[1];

const isBackend = (pid: string): boolean => read(`/proc/${pid}/cmdline`)?.includes("[local]") ?? false;

function listed(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

import { accountWork } from "./account-work.ts";
import { bulkWork } from "./bulk-work.ts";
import { exportWork } from "./export-work.ts";
import { importWork } from "./import-work.ts";
import type { LongContenders, LongWork } from "./long-work.ts";
import type { World } from "./world.ts";

/** Bulk change, import and export of many rows, against the same rows sent and read 500 at a time. */
export async function longWorks(
  world: World,
  contenders: LongContenders,
  { bulk, rows }: { bulk: number; rows: number },
): Promise<LongWork[]> {
  return [
    await bulkWork(world, contenders, bulk),
    await importWork(world, contenders, rows),
    accountWork(world, contenders, rows / 10),
    exportWork(world, contenders, rows),
  ];
}

import { type Context, statement } from "../../../../engine/public.ts";
import { boolean, integer, sure, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

/** What records of the demo company say they come from. */
export const DEMO_SYSTEM = "demo";
const LOADING = "loading ";

/**
 * What the demo company's first department says of the load: the day that its story is told up to, and how
 * often it was loaded before. `isWhole` is false where the load was cut off or goes on.
 */
export interface DemoMark {
  readonly today: string;
  /** 1 the first time: ids of a later load differ, since those of the removed records are taken. */
  readonly round: number;
  readonly isWhole: boolean;
}

/** `loading 2026-11-30`, `2026-11-30`, `2026-11-30 #2` */
export const markText = ({ today, round, isWhole }: DemoMark): string =>
  `${isWhole ? "" : LOADING}${today}${round > 1 ? ` #${round}` : ""}`;

export function readMark(text: string): DemoMark {
  const isWhole = !text.startsWith(LOADING);
  const [today = "", round = "#1"] = (isWhole ? text : text.slice(LOADING.length)).split(" ");
  return { today, round: Number(round.slice(1)), isWhole };
}

export const demoMarks = statement(
  { external_id: sure(text), removed: boolean },
  ({ record }) =>
    sql`select external_id, deleted_at is not null as removed from ${record("department")} where source_system = ${DEMO_SYSTEM} and external_id is not null order by id`,
);
export const removedRounds = statement(
  { rounds: integer },
  ({ record }) =>
    sql`select count(*)::int as rounds from ${record("department")} where source_system = ${DEMO_SYSTEM} and parent is null and (deleted_at is not null or external_id is null)`,
);

export interface DemoFound {
  /** Null where no demo company is there. */
  readonly mark: DemoMark | null;
  /** How often one was removed. */
  readonly removed: number;
}
export async function findDemo({ db, workspace }: Pick<Context, "db" | "workspace">): Promise<DemoFound> {
  const marks = await db.query(demoMarks(workspace));
  const [gone] = await db.query(removedRounds(workspace));
  const live = marks.find(({ removed }) => !removed);
  return { mark: live ? readMark(live.external_id) : null, removed: gone?.rounds ?? 0 };
}

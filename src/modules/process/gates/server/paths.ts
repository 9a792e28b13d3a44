import { type Context, statement } from "../../../../engine/public.ts";
import {
  arrayOf,
  boolean,
  integer,
  json,
  orNull,
  type RowOf,
  text,
  timestamptz,
  uuid,
  word,
} from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { stagesLeftOut } from "../shared/move.ts";
import { NO_PATH, type Path, pathOf, type VisitOfPath } from "../shared/passed-stages.ts";
import type { Judged } from "./judge-moves.ts";

const visitColumns = {
  record: uuid,
  pipeline: uuid,
  stage: text,
  stage_type: word<VisitOfPath["stage_type"]>(),
  entered_at: timestamptz,
  skipped: orNull(arrayOf(text)),
  imported: boolean,
  override_unmet: orNull(json<NonNullable<VisitOfPath["override_unmet"]>>()),
  working_days: orNull(integer),
};
/** A visit of a record with the moment it began. */
export type RecordVisit = RowOf<typeof visitColumns>;
export const visitsOfRecords = statement(
  visitColumns,
  ({ system }, records: readonly string[]) =>
    sql`select record, pipeline, stage, stage_type, entered_at, skipped, imported, override_unmet, working_days
from ${system("stage_visit")} where record = any(${records}::uuid[]) order by record, entered_at, left_at nulls last`,
);

/** The visits of some records, oldest first, by record: one statement. */
export async function visitsOf(
  db: Executor,
  context: Context,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordVisit[]>> {
  if (records.length === 0) return new Map();
  const rows = await db.query(visitsOfRecords(context.workspace, records));
  const found = new Map<string, RecordVisit[]>();
  for (const row of rows) {
    const known = found.get(row.record);
    if (known) known.push(row);
    else found.set(row.record, [row]);
  }
  return found;
}

/**
 * Moves with the ways their records have come. Only a move that leaves stages out needs to know: most ask
 * nothing of the database.
 */
export async function withPaths(
  db: Executor,
  context: Context,
  moves: readonly Judged[],
): Promise<readonly Judged[]> {
  const asking = new Set(
    moves.filter(({ move }) => move.from && stagesLeftOut(move).length > 0).map(({ record }) => record),
  );
  if (asking.size === 0) return moves;
  const visits = await visitsOf(db, context, [...asking]);
  return moves.map((one): Judged => {
    const made = asking.has(one.record) ? visits.get(one.record) : undefined;
    const { pipeline } = partOf(staged, one.values);
    const path: Path = made && pipeline ? pathOf(one.move.definition, pipeline, made) : NO_PATH;
    return made ? { ...one, move: { ...one.move, path } } : one;
  });
}

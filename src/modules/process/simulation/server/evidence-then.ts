import { type Context, statement } from "../../../../engine/public.ts";
import { integer, json, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { asValues, EXCEPTIONS } from "../../gates/shared/public.ts";
import type { Life } from "./versions.ts";

/** Ticks and sign-offs as they stood when a version began. */
export type EvidenceThen = (life: Life, index: number) => Readonly<Values>;

const NONE: Readonly<Values> = {};

export const statesOf = statement(
  { record: uuid, version: integer, state: json<WireValue>() },
  ({ system }, object: string, records: readonly string[]) =>
    sql`select record, version, after -> 'gate_state' as state from ${system("changes")} where record = any(${records}::uuid[]) and object = ${object}::text and after ? 'gate_state'`,
);

/**
 * Ticks raise no version: one given meanwhile stands in the version it was given in. So what stood when a
 * version began is what the log says its write gave, else what the version before it ended with. Exceptions
 * do not count: the gate itself is asked.
 */
export async function evidenceThen(
  db: Executor,
  context: Context,
  object: string,
  records: readonly string[],
): Promise<EvidenceThen> {
  const rows = await db.query(statesOf(context.workspace, object, records));
  const given = new Map(rows.map(({ record, version, state }) => [`${record} ${version}`, state]));
  return (life, index) => {
    const version = life[index];
    const written = version && given.get(`${version.id} ${version.number}`);
    const state = written === undefined ? partOf(staged, life[index - 1]?.values).gate_state : written;
    const evidence = asValues(state) ?? NONE;
    if (!(EXCEPTIONS in evidence)) return evidence;
    const { [EXCEPTIONS]: _passed, ...counting } = evidence;
    return counting;
  };
}

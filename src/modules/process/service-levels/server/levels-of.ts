import { type Catalog, type Context, expressionOf, statement } from "../../../../engine/public.ts";
import { json, orNull, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Expression } from "../../../../shared/expression/types.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { Amount, type EscalationStep, type LevelAmount, Steps, Warning } from "../shared/service-level.ts";

/** A service level that is in force, its conditions checked. */
export interface Level {
  readonly id: string;
  readonly name: string;
  readonly label: LabelMap;
  readonly object: string;
  readonly start: Expression;
  readonly pause: Expression | undefined;
  readonly stop: Expression;
  readonly target: LevelAmount;
  readonly warn: LevelAmount | null;
  readonly escalate: readonly EscalationStep[];
}

export const activeLevels = statement(
  {
    id: uuid,
    name: sure(text),
    label: sure(json<LabelMap>()),
    object: sure(text),
    start: sure(text),
    pause: orNull(text),
    stop: sure(text),
    target: orNull(json<unknown>()),
    warn: orNull(json<unknown>()),
    escalate: orNull(json<unknown>()),
  },
  ({ record }) =>
    sql`select id, name, label, object, start, pause, stop, target, warn, escalate from ${record("service_level")} where deleted_at is null and active order by name`,
);

/** A change of a level raises the version of the definitions, and with it comes a catalog of its own. */
const known = new WeakMap<Catalog, Promise<ReadonlyMap<string, readonly Level[]>>>();

/** The levels in force, by object. Nothing is asked as long as none has changed. */
export function levelsOf(context: Context): Promise<ReadonlyMap<string, readonly Level[]>> {
  const found = known.get(context.catalog) ?? load(context);
  known.set(context.catalog, found);
  found.catch(() => known.delete(context.catalog));
  return found;
}

async function load({ db, workspace, catalog }: Context): Promise<ReadonlyMap<string, readonly Level[]>> {
  const levels = new Map<string, Level[]>();
  for (const row of await db.query(activeLevels(workspace))) {
    const { object, target, warn, escalate } = row;
    const check = (source: string) =>
      catalog.object(object) ? expressionOf(catalog, object, source) : undefined;
    const [start, stop] = [check(row.start), check(row.stop)];
    // What no longer holds against the catalog starts no clock; the settings say so.
    if (!start || !stop || !fits(Amount, target)) continue;
    levels.set(object, [
      ...(levels.get(object) ?? []),
      {
        ...row,
        start,
        stop,
        pause: row.pause?.trim() ? check(row.pause) : undefined,
        target,
        warn: fits(Warning, warn) ? warn : null,
        escalate: fits(Steps, escalate) ? escalate : [],
      },
    ]);
  }
  return levels;
}
export async function levelById(context: Context, id: string): Promise<Level | undefined> {
  return [...(await levelsOf(context)).values()].flat().find((level) => level.id === id);
}

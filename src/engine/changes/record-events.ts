import { ident } from "../../platform/db/database.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";
import type { Context } from "../kernel/context.ts";
import type { LoggedChange, RecordEvents } from "../kernel/hooks.ts";
import type { Params } from "../kernel/params.ts";
import { tableOf } from "../schema/names.ts";
import type { Values } from "../../shared/metadata/object.ts";

/** The objects whose changes are told in the log of records of `object`. */
export const eventsOf = ({ hooks, catalog }: Context, object: string): readonly RecordEvents[] =>
  (hooks.events ?? []).filter((one) => {
    const field = catalog.object(one.object)?.byName[one.link];
    return field !== undefined && targetsOf(field).includes(object);
  });

/** Part of a statement on the log `c`: the changes of records that concern this one. */
export function eventCondition(
  context: Context,
  { object, link }: RecordEvents,
  id: string,
  params: Params,
): string {
  const concerned = `select e.id from ${tableOf(context.workspace, object)} e where e.${ident(link)} = ${params.add(id, "uuid")}`;
  return `c.object = ${params.add(object, "text")} and c.record in (${concerned})`;
}

/** What these changes say to whoever reads the record, by number in the log. */
export async function tellEvents(
  context: Context,
  changes: readonly LoggedChange[],
): Promise<ReadonlyMap<number, Values>> {
  const told = new Map<number, Values>();
  for (const events of context.hooks.events ?? []) {
    const mine = changes.filter((change) => change.object === events.object);
    if (mine.length === 0) continue;
    for (const [seq, values] of await events.tell(context, mine)) told.set(seq, values);
  }
  return told;
}

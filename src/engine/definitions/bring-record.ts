import { roadIn } from "../kernel/road-in.ts";
import type { Context } from "../kernel/context.ts";
import type { Operation } from "../kernel/save-request.ts";
import { save } from "../record/save.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { tableOf } from "../schema/names.ts";
import { ident } from "../../platform/db/database.ts";
import type { Values } from "../../shared/metadata/object.ts";
import type { Applied } from "../kernel/package-part.ts";

/** Records of an object that a package may take along: these columns, by name. */
export const recordsOf = (context: Context, object: string, columns: readonly string[]): Promise<Values[]> =>
  context.db.query<Values>({
    text: `select id, ${["name", ...columns].map(ident).join(", ")} from ${tableOf(context.workspace, object)} where deleted_at is null order by name, id limit 2000`,
  });

export const pick = (item: Readonly<Values>, names: readonly string[]): Values =>
  Object.fromEntries(
    names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name] ?? null] as const])),
  );

/**
 * Brings one record to what a package says, through the one write path and as who brings the package: nobody
 * gives by it what they could not give by hand. With `tries` it only says what would differ.
 */
export async function bringRecord(
  context: Context,
  object: string,
  current: Readonly<Values> | undefined,
  values: Values,
  tries: boolean,
): Promise<Result<Applied>> {
  const differing = current
    ? Object.entries(values).filter(
        ([name, value]) => JSON.stringify(current[name] ?? null) !== JSON.stringify(value),
      )
    : [];
  if (current && differing.length === 0) return accept("same");
  const difference = current ? "changed" : "new";
  if (tries) return accept(difference);
  const operation: Operation = current
    ? { op: "update", object, id: String(current["id"]), values: Object.fromEntries(differing) }
    : { op: "create", object, values };
  const { results } = await save(context, { operations: [operation], road: roadIn(context), mode: "all" });
  const failed = results.find((result) => !result.ok);
  return failed && !failed.ok ? { ok: false, refusal: failed.refusal } : accept(difference);
}

import type { Executor } from "../../platform/db/database.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { chosenFields } from "./chosen-fields.ts";
import { sealCursor } from "./cursor.ts";
import { outputs } from "./outputs.ts";
import { direction, idOrder } from "./page-arms.ts";
import { positionOf, questionOf } from "./page-end.ts";
import { Params } from "../kernel/params.ts";
import { binOutputs, presenter, type FoundRow } from "./present.ts";
import type { Reading } from "./reading.ts";
import { pointsAt } from "./points-at.ts";
import { sortKeys } from "./sort-keys.ts";
import { accessAt, allOf, linkedSource, source } from "./source.ts";

export interface ExpandingFrom {
  readonly db: Executor;
  readonly context: Context;
  readonly asOf: string | undefined;
}
const MAX_CHILDREN = 50;

const readingOf = ({ context, asOf }: ExpandingFrom): Reading => ({
  context,
  params: new Params(),
  ...(asOf === undefined ? {} : { asOf }),
});

/** The records of these ids that the caller may read, those in the recycle bin with `deleted_at`. */
export async function recordsById(
  from: ExpandingFrom,
  object: CatalogObject,
  ids: readonly string[],
): Promise<Values[]> {
  const reading = readingOf(from);
  const { params, context } = reading;
  const fields = chosenFields(context, object, undefined);
  const shown = [...outputs(reading, "t", object, fields.ok ? fields.value : []), ...binOutputs("t")].join(
    ", ",
  );
  const wanted = params.add(ids, "uuid[]");
  params.rowOf("t", object.name);
  const rows =
    from.asOf === undefined
      ? `${source(reading, object)} t where ${allOf([`t."id" = any(${wanted})`, accessAt(reading, object, "read", "t")])}`
      : `unnest(${wanted}) p("id") cross join lateral ${linkedSource(reading, object, `p."id"`)} t where ${accessAt(reading, object, "read", "t")}`;
  const found = await from.db.query<FoundRow>(params.statement(`select ${shown} from ${rows}`));
  return found.map(presenter(context, object));
}

/**
 * Children of one parent: the first 50, in the order of the child's own list, and how a list of records goes
 * on where there are more.
 */
export interface ChildPage {
  readonly records: readonly Values[];
  readonly more?: {
    readonly object: string;
    readonly filter: string;
    readonly as_of?: string;
    readonly next: string;
  };
}

/** The children of each parent, by its id. One statement. */
export async function childrenOf(
  from: ExpandingFrom,
  parent: CatalogObject,
  child: CatalogObject,
  via: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ChildPage>> {
  const link = child.byName[via];
  if (!link || ids.length === 0) return new Map();
  const reading = readingOf(from);
  const { params, context } = reading;
  params.rowOf("t", child.name);
  const fields = chosenFields(context, child, undefined);
  const sorted = sortKeys(reading, child, "t", undefined);
  const keys = sorted.ok ? sorted.value : [];
  const order = [...keys.map((key) => direction(key, key.sql)), idOrder("t", keys)].join(", ");
  const where = allOf([
    pointsAt(reading, { row: "t", child, via: link }, "p", parent.name),
    `t."deleted_at" is null`,
    accessAt(reading, child, "read", "t"),
  ]);
  const one = `select * from ${source(reading, child)} t where ${where} order by ${order} limit ${MAX_CHILDREN + 1}`;
  const shown = [
    `p."id" as "_parent"`,
    ...outputs(reading, "t", child, fields.ok ? fields.value : []),
    ...keys.map((key, at) => `${key.sql} as "_k${at}"`),
  ];
  const text = `select ${shown.join(", ")} from unnest(${params.add(ids, "uuid[]")}) with ordinality p("id", "at") cross join lateral (${one}) t order by p."at", ${order}`;
  const rows = await from.db.query<FoundRow>(params.statement(text));
  const show = presenter(context, child);
  return new Map(
    ids.map((id): [string, ChildPage] => {
      const mine = rows.filter((row) => row["_parent"] === id);
      const page = mine.slice(0, MAX_CHILDREN);
      const filter = `${via} == ${JSON.stringify(id)}`;
      const request = {
        object: child.name,
        filter,
        ...(from.asOf === undefined ? {} : { as_of: from.asOf }),
      };
      const more =
        mine.length > page.length
          ? {
              more: {
                ...request,
                next: sealCursor(context, questionOf(context, request, keys), positionOf(keys, page)),
              },
            }
          : {};
      return [id, { records: page.map(show), ...more }];
    }),
  );
}

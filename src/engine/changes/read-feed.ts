import type { FieldRight } from "../../shared/rights/rights.ts";
import { fieldsOfStates } from "../access/field-by-state.ts";
import { accessPredicate } from "../access/predicate.ts";
import { fieldRights, isReadable, objectRights } from "../access/rights-of.ts";
import { sightWhile } from "../access/sight-while.ts";
import type { Context } from "../kernel/context.ts";
import { MALFORMED } from "../kernel/malformed.ts";
import type { LoggedChange } from "../kernel/hooks.ts";
import { Params } from "../kernel/params.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";
import { systemTable, tableOf } from "../schema/names.ts";
import { readChanges } from "./read-changes.ts";
import { type InState, rightsInState } from "./rights-in-state.ts";
import { seenBefore } from "./seen-before.ts";
import { resetsFor, ACCESS_OBJECTS } from "./access-changes.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import type { FeedAnswer, FeedEntry } from "../../shared/wire/changes.contract.ts";

export interface FeedRequest {
  readonly cursor: string | undefined;
  readonly objects: readonly string[] | undefined;
  readonly limit: number;
}

/**
 * Every change that the caller may see, in order (decision 11): `upsert` with the fields he may read,
 * `delete`, `gone` (id only) for what left his sight, and `reset` {object, scope} for what he must read again
 * because his own sight changed. `next` is the cursor to go on from, also when the page is empty.
 */
export async function readFeed(context: Context, request: FeedRequest): Promise<Result<FeedAnswer>> {
  const cursor = request.cursor === undefined ? 0 : Number(request.cursor);
  if (!Number.isSafeInteger(cursor) || cursor < 0)
    return refuse({ status: 400, code: "bad_cursor", text: MALFORMED });
  const wanted = [...context.catalog.objects.values()].filter(
    (object) =>
      !object.internal &&
      objectRights(context, object).read !== "none" &&
      (!request.objects || request.objects.includes(object.name)),
  );
  const names = new Set(wanted.map((object) => object.name));
  const { changes, upTo } = await readChanges(context.db, context.workspace, cursor, request.limit, [
    ...new Set([
      ...names,
      ...ACCESS_OBJECTS,
      ...[...sightWhile.read(context.hooks).values()].map(({ object }) => object),
    ]),
  ]);
  const told = changes.filter((change) => names.has(change.object));
  const seen = await visibleOf(context, told);
  const unseen = told.filter((change) => !seen.has(change.record));
  const [gone, resets, rights] = await Promise.all([
    seenBefore(context, unseen),
    resetsFor(context, changes),
    rightsInState(
      context,
      told.filter((change) => seen.has(change.record)),
    ),
  ]);
  const data = changes.flatMap((change): readonly FeedEntry[] => {
    const reset = resets.get(change.seq);
    const concerns =
      reset && (reset.object === "*" || !request.objects || request.objects.includes(reset.object));
    const resetting = concerns ? [{ seq: change.seq, at: change.at, type: "reset" as const, ...reset }] : [];
    const object = names.has(change.object) ? context.catalog.object(change.object) : undefined;
    if (!object || (!seen.has(change.record) && !gone.has(change.seq))) return resetting;
    return [...resetting, ...entries(context, object, change, seen.has(change.record), rights)];
  });
  return accept({
    data,
    page: {
      next: String(changes.length === request.limit ? upTo : await keptCursor(context, cursor, upTo)),
      more: changes.length === request.limit,
    },
  });
}

/**
 * A number taken for a write that was refused is forgotten with a crash of the database and given again.
 * Whoever keeps a cursor outside of it therefore gets none beyond the last change that is on the disk.
 */
async function keptCursor({ db, workspace }: Context, cursor: number, upTo: number): Promise<number> {
  if (upTo <= cursor) return upTo;
  const [last] = await db.query<{ seq: number | null }>({
    text: `select max(seq) as seq from ${systemTable(workspace, "changes")}`,
  });
  return Math.max(cursor, Math.min(upTo, last?.seq ?? 0));
}

/** Of the records that these changes are of, those that the caller sees now, binned ones included. */
export async function visibleOf(
  context: Context,
  changes: readonly { readonly object: string; readonly record: string }[],
): Promise<Set<string>> {
  const byObject = new Map<string, Set<string>>();
  for (const { object, record } of changes)
    byObject.set(object, (byObject.get(object) ?? new Set()).add(record));
  const params = new Params();
  const arms = [...byObject].flatMap(([name, ids]) => {
    const object = context.catalog.object(name);
    return object
      ? [
          `select t.id from ${tableOf(context.workspace, name)} t where t.id = any(${params.add([...ids], "uuid[]")}) and (${accessPredicate(context, object, "read", "t", params)})`,
        ]
      : [];
  });
  if (arms.length === 0) return new Set();
  const rows = await context.db.query<{ id: string }>({
    ...params.statement(arms.join(" union all ")),
  });
  return new Set(rows.map((row) => row.id));
}

function entries(
  context: Context,
  object: CatalogObject,
  change: LoggedChange,
  visible: boolean,
  rights: InState,
): readonly FeedEntry[] {
  const base = { seq: change.seq, at: change.at, object: change.object, id: change.record };
  if (!visible) return [{ ...base, type: "gone" }];
  if (change.kind === "delete") return [{ ...base, type: "delete", version: change.version }];
  const values = readablePart(context, object, change.after, rights.get(change.record));
  const upsert: FeedEntry = {
    ...base,
    type: "upsert",
    version: change.version,
    actor: change.actor,
    road: change.road,
    values,
  };
  return hasMoved(object, change) || changedState(context, object, change)
    ? [
        upsert,
        { seq: change.seq, at: change.at, type: "reset", object: object.name, scope: { id: change.record } },
      ]
    : [upsert];
}

/**
 * With its owner or department, the sight of what hangs on a record may have come, without a change of its
 * own.
 */
export const hasMoved = (object: CatalogObject, { kind, after }: LoggedChange): boolean =>
  object.sharing === "owner" && kind === "update" && ("owner" in after || "department" in after);

/**
 * What else the caller reads of the record, or no longer does, once its state is another, and what is seen of
 * what hangs on it.
 */
const changedState = (context: Context, object: CatalogObject, { kind, after }: LoggedChange): boolean =>
  kind === "update" && fieldsOfStates(context, object).some((name) => name in after);

/**
 * The part of logged values that the caller may read; `inState`: of fields whose right follows from the state
 * of the record, what it is today.
 */
export function readablePart(
  context: Context,
  object: CatalogObject,
  values: Readonly<Record<string, WireValue>>,
  inState?: ReadonlyMap<string, FieldRight>,
): Values {
  const rights = fieldRights(context, object);
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name]) => isReadable(inState?.get(name) ?? rights.get(name)) && !object.byName[name]?.internal,
    ),
  );
}

import { elevate } from "../kernel/elevate.ts";
import type { Executor, Transaction } from "../../platform/db/database.ts";
import type { Expression } from "../../shared/expression/types.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { factNeeds, type LinkNeed, type RelatedNode } from "./fact-needs.ts";
import { noteOf, notesIn, type WriteContext, type WriteNotes } from "../kernel/write-notes.ts";
import { readBehindLink, readFields, readRelated } from "./fact-rows.ts";

interface Linked {
  readonly fields: ReadonlySet<Field>;
  readonly found: Promise<ReadonlyMap<string, Values>>;
}
/** What a write has asked about one record before it knew what it needs. */
interface AskedAhead {
  readonly object: string;
  readonly id: string;
  readonly related: Map<string, Promise<ReadonlyMap<string, WireValue>>>;
  readonly linked: Map<string, Linked>;
}
const ASKED_AHEAD = noteOf<AskedAhead>("facts asked for ahead");
/** More than a gate mostly asks; each costs the database something whether it is needed or not. */
const MOST = 8;

/**
 * Asks for what these expressions will need of a stored record, together with what the write asks for now:
 * whoever evaluates them before it writes anything need not wait. The first link of a path
 * is followed from the row as it stands, and counts only where it still leads there.
 */
export function askFactsAhead(
  tx: Transaction,
  context: WriteContext,
  object: CatalogObject,
  id: string,
  expressions: readonly Expression[],
): void {
  const needs = factNeeds(context.catalog, object, expressions);
  const links = needs.links.filter(({ step }) => leadsToOne(object, step.field));
  if (needs.related.length + links.length === 0 || needs.related.length + links.length > MOST) return;
  const full = elevate(context, "rules and gates judge with all facts, whoever acts");
  const ahead: AskedAhead = { object: object.name, id, related: new Map(), linked: new Map() };
  for (const node of needs.related)
    ahead.related.set(node.key, unheard(readRelated(tx, full, object, [id], node)));
  for (const need of links)
    ahead.linked.set(need.path, {
      fields: need.fields,
      found: unheard(readBehindLink(tx, full, object, id, need)),
    });
  context.notes.set(ASKED_AHEAD, ahead);
}

/** What is about to be written may change what was asked for. */
export const dropFactsAhead = (notes: WriteNotes | undefined): void => notes?.delete(ASKED_AHEAD);

/** `readRelated`, without asking what was asked ahead. */
export function relatedOf(
  tx: Executor,
  context: Context,
  object: CatalogObject,
  ids: readonly string[],
  node: RelatedNode,
): Promise<ReadonlyMap<string, WireValue>> {
  return (
    aheadOf(tx, context, object, ids)?.related.get(node.key) ?? readRelated(tx, context, object, ids, node)
  );
}

/**
 * The fields behind a link of `object`'s records, for these targets; what was asked ahead of the only record
 * is not asked again.
 */
export async function linkedFields(
  tx: Executor,
  context: Context,
  from: { readonly object: CatalogObject; readonly ids: readonly string[] },
  { path, target, fields }: LinkNeed,
  targets: readonly string[],
): Promise<ReadonlyMap<string, Values>> {
  const known = aheadOf(tx, context, from.object, from.ids)?.linked.get(path);
  if (known && [...fields].every((field) => known.fields.has(field))) {
    const found = await known.found;
    if (targets.every((id) => found.has(id))) return found;
  }
  return readFields(tx, context, target, targets, [...fields]);
}

function aheadOf(
  tx: Executor,
  context: Context,
  object: CatalogObject,
  ids: readonly string[],
): AskedAhead | undefined {
  const ahead = notesIn(tx, context)?.get(ASKED_AHEAD);
  return ahead && ids.length === 1 && ids[0] === ahead.id && object.name === ahead.object ? ahead : undefined;
}

function leadsToOne(object: CatalogObject, name: string): boolean {
  const field = object.byName[name];
  return field?.kind === "link" && field.targets.length === 1;
}

/** Where the write fails before it asks for it nobody waits. */
function unheard<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined);
  return answer;
}

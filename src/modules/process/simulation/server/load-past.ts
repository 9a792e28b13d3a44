import { type Context, type LinkNeed, type RelatedNode, factNeeds } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { pointersOf } from "../../../../shared/metadata/further-links.ts";
import type { Expression } from "../../../../shared/expression/types.ts";
import type { CatalogObject, WireValue } from "../../../../shared/metadata/object.ts";
import { conditionOf, ownFields } from "./past-needs.ts";
import { fieldsPointing, type Life, versionsNaming, versionsOf } from "./versions.ts";

/** Records and all that expressions read about them, in all their versions. */
export interface Past {
  /** The records themselves, by id. */
  readonly lives: ReadonlyMap<string, Life>;
  /** Whom links lead to, by object and id. */
  readonly linked: ReadonlyMap<string, ReadonlyMap<string, Life>>;
  /** What points at the records, by link (`linkOf`) and id of the record. */
  readonly related: ReadonlyMap<string, ReadonlyMap<string, readonly Life[]>>;
}
export interface Wanted {
  readonly ids: readonly string[];
  /** What is read of the records besides what expressions ask for. */
  readonly fields: readonly string[];
  readonly expressions: readonly Expression[];
}
/** The link by which related records point here: several conditions ask about the same ones. */
export const linkOf = (node: RelatedNode): string => `${node.object}.${node.via}`;

/**
 * Loads what the expressions read, set-wise: the records and whom their links lead to, and meanwhile what
 * points at them, each once however many ask for it.
 */
export async function loadPast(
  db: Executor,
  context: Context,
  object: CatalogObject,
  { ids, fields, expressions }: Wanted,
): Promise<Past> {
  const needs = factNeeds(context.catalog, object, expressions);
  const children = childrenOf(context, needs.related);
  const read = fieldsBehind([...needs.links, ...children.flatMap(({ links }) => links)]);
  const linked = new Map<string, Map<string, Life>>();
  const follow = (links: readonly LinkNeed[], lives: ReadonlyMap<string, Life>): Promise<void> =>
    loadLinks(db, context, { read, linked }, links, [...lives.values()]);

  const readOwn = async (): Promise<ReadonlyMap<string, Life>> => {
    const lives = await versionsOf(
      db,
      context,
      { object, fields: new Set([...fields, ...ownFields(context, object, expressions)]) },
      ids,
    );
    await follow(needs.links, lives);
    return lives;
  };
  const readRelated = async (): Promise<ReadonlyMap<Child, ReadonlyMap<string, Life>>> => {
    const found = new Map<Child, ReadonlyMap<string, Life>>();
    for (const child of children) found.set(child, await versionsNaming(db, context, child, child.via, ids));
    return found;
  };
  const [lives, found] = await Promise.all([readOwn(), readRelated()]);
  for (const [{ links }, theirs] of found) await follow(links, theirs);
  return {
    lives,
    linked,
    related: new Map([...found].map(([child, theirs]) => [child.link, byParent(object, child, theirs)])),
  };
}

/** Records that point here by one link, with what all conditions on them read. */
interface Child {
  readonly link: string;
  readonly object: CatalogObject;
  readonly via: string;
  readonly fields: ReadonlySet<string>;
  readonly links: readonly LinkNeed[];
}
function childrenOf(context: Context, nodes: readonly RelatedNode[]): readonly Child[] {
  return [...new Set(nodes.map(linkOf))].flatMap((link): Child[] => {
    const same = nodes.filter((node) => linkOf(node) === link);
    const object = context.catalog.object(same[0]?.object ?? "");
    if (!object) return [];
    const conditions = same.flatMap((node) => conditionOf(object, node) ?? []);
    const { links } = factNeeds(context.catalog, object, conditions);
    return [{ link, object, via: same[0]?.via ?? "", fields: ownFields(context, object, conditions), links }];
  });
}

function byParent(
  object: CatalogObject,
  { object: child, via }: Child,
  lives: ReadonlyMap<string, Life>,
): ReadonlyMap<string, readonly Life[]> {
  const found = new Map<string, Life[]>();
  for (const life of lives.values())
    for (const parent of new Set(
      fieldsPointing(child, via).flatMap((field) => [...namedBy([life], field, object.name)]),
    )) {
      const known = found.get(parent);
      if (known) known.push(life);
      else found.set(parent, [life]);
    }
  return found;
}

/** What is read of linked records, by object: on all ways to them, as a life is loaded once. */
function fieldsBehind(links: readonly LinkNeed[]): ReadonlyMap<string, ReadonlySet<string>> {
  const read = new Map<string, Set<string>>();
  const note = ({ target, fields, beyond }: LinkNeed): void => {
    const known = read.get(target.name) ?? new Set<string>();
    read.set(target.name, known);
    for (const { name } of fields) known.add(name);
    for (const { step } of beyond) known.add(step.field);
    beyond.forEach(note);
  };
  links.forEach(note);
  return read;
}

interface Linked {
  readonly read: ReadonlyMap<string, ReadonlySet<string>>;
  readonly linked: Map<string, Map<string, Life>>;
}
async function loadLinks(
  db: Executor,
  context: Context,
  loaded: Linked,
  links: readonly LinkNeed[],
  lives: readonly Life[],
): Promise<void> {
  for (const { step, target, beyond } of links) {
    const known = loaded.linked.get(target.name) ?? new Map<string, Life>();
    loaded.linked.set(target.name, known);
    const ids = namedBy(lives, step.field, target.name);
    const missing = [...ids].filter((id) => !known.has(id));
    const fields = loaded.read.get(target.name) ?? new Set<string>();
    for (const [id, life] of await versionsOf(db, context, { object: target, fields }, missing))
      known.set(id, life);
    const reached = [...ids].flatMap((id) => (known.has(id) ? [known.get(id) ?? []] : []));
    await loadLinks(db, context, loaded, beyond, reached);
  }
}

/** The records of `target` that a link of any of these versions led to. */
export function namedBy(lives: readonly Life[], field: string, target: string): ReadonlySet<string> {
  const found = new Set<string>();
  let last: WireValue | undefined;
  for (const life of lives)
    for (const { values } of life) {
      const value = values[field];
      // Mostly a link stays what it was.
      if (value === last) continue;
      last = value;
      for (const pointer of pointersOf(value, target)) if (pointer.object === target) found.add(pointer.id);
    }
  return found;
}

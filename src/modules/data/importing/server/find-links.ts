import { type Executor, ident } from "../../../../platform/db/database.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import {
  type Context,
  Params,
  accessPredicate,
  columnsOf,
  fieldRight,
  isReadable,
  tableOf,
} from "../../../../engine/public.ts";
import { orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { fold } from "../../../../shared/text/fold.ts";
import { guessMeant } from "../shared/guess-meant.ts";
import type { Named } from "../shared/near-match.ts";
import type { LinkStep } from "./mapping-step.ts";

export interface Target extends Named {
  readonly object: string;
}
export type Lookup =
  | { readonly is: "found"; readonly target: Target }
  | { readonly is: "missing"; readonly near: readonly Target[] }
  | { readonly is: "ambiguous"; readonly candidates: readonly Target[]; readonly count: number };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const MAX_LISTED = 20_000;
const MAX_CACHED = 100_000;
/** For so many names that were not found near ones are looked for: nobody is asked about more. */
const MOST_GUESSED = 1000;

/**
 * The names of an object's records, kept for one import: for folded and near matches. Beyond 20,000 there are
 * too many to keep.
 */
interface Listed {
  readonly targets: readonly Target[];
  readonly folded: ReadonlyMap<string, readonly Target[]>;
  readonly complete: boolean;
}
interface Asked {
  readonly db: Executor;
  readonly context: Context;
}

/** Finds the records that cells name, set-wise per batch; what was found stays known. One per import. */
export class LinkFinder {
  readonly #found = new Map<string, Target>();
  readonly #listed = new Map<string, Listed>();
  readonly #guessed = new Map<string, readonly Target[]>();

  /**
   * By cell. `self`: names of the imported object itself change as rows are written, so its misses are asked
   * again.
   */
  async find(asked: Asked, step: LinkStep, cells: readonly string[]): Promise<ReadonlyMap<string, Lookup>> {
    const answers = new Map<string, Lookup>();
    const open = new Set<string>();
    for (const cell of cells) {
      const known = this.#found.get(keyOf(step, cell));
      if (known) answers.set(cell, { is: "found", target: known });
      else open.add(cell);
    }
    if (open.size === 0) return answers;
    for (const [cell, targets] of await this.#ask(asked, step, [...open])) {
      const [first] = targets;
      if (!first) continue;
      if (targets.length === 1) this.remember(step, cell, first);
      answers.set(
        cell,
        targets.length === 1
          ? { is: "found", target: first }
          : { is: "ambiguous", candidates: targets.slice(0, 10), count: targets.length },
      );
    }
    for (const cell of open)
      if (!answers.has(cell)) answers.set(cell, { is: "missing", near: await this.#near(asked, step, cell) });
    return answers;
  }

  /** Call once what made it is committed. */
  remember(step: LinkStep, cell: string, target: Target): void {
    if (this.#found.size >= MAX_CACHED) this.#found.clear();
    this.#found.set(keyOf(step, cell), target);
  }

  async #ask(asked: Asked, step: LinkStep, cells: readonly string[]): Promise<Map<string, Target[]>> {
    const answers = new Map<string, Target[]>();
    const open = new Set(cells);
    const settle = (found: Map<string, Target[]>): void => {
      for (const [cell, targets] of found)
        if (targets.length > 0 && open.delete(cell)) answers.set(cell, targets);
    };
    for (const name of step.targets) {
      const object = asked.context.catalog.object(name);
      if (!object) continue;
      for (const by of new Set([...step.by, "id"]))
        if (open.size > 0) settle(await findBy(asked, object, by, [...open]));
      if (open.size === 0 || !step.by.includes(object.title)) continue;
      const listed = await this.#list(asked, object);
      if (listed.complete)
        settle(new Map([...open].map((cell) => [cell, [...(listed.folded.get(fold(cell)) ?? [])]])));
    }
    return answers;
  }

  async #list(asked: Asked, object: CatalogObject): Promise<Listed> {
    const known = this.#listed.get(object.name);
    if (known) return known;
    const targets = await listTitles(asked, object, MAX_LISTED + 1);
    const complete = targets.length <= MAX_LISTED;
    const folded = new Map<string, Target[]>();
    for (const target of complete ? targets : [])
      folded.set(fold(target.title), [...(folded.get(fold(target.title)) ?? []), target]);
    const listed: Listed = { targets: complete ? targets : [], folded, complete };
    this.#listed.set(object.name, listed);
    return listed;
  }

  async #near(asked: Asked, step: LinkStep, cell: string): Promise<readonly Target[]> {
    const known = this.#guessed.get(keyOf(step, cell));
    if (known || this.#guessed.size >= MOST_GUESSED) return known ?? [];
    const near = await this.#guess(asked, step, cell);
    this.#guessed.set(keyOf(step, cell), near);
    return near;
  }

  async #guess(asked: Asked, step: LinkStep, cell: string): Promise<readonly Target[]> {
    const pools: Target[] = [];
    for (const name of step.targets) {
      const object = asked.context.catalog.object(name);
      if (!object || !step.by.includes(object.title)) continue;
      const listed = await this.#list(asked, object);
      pools.push(...(listed.complete ? listed.targets : await listTitles(asked, object, 500, cell)));
    }
    const byId = new Map(pools.map((target) => [target.id, target]));
    return guessMeant(cell, pools).flatMap(({ id }) => byId.get(id) ?? []);
  }
}

const keyOf = (step: LinkStep, cell: string): string =>
  `${step.targets.join(",")}\0${step.by.join(",")}\0${cell}`;

/** Records whose `by` is exactly the cell; "account:uuid" names one of several targets. */
async function findBy(
  asked: Asked,
  object: CatalogObject,
  by: string,
  cells: readonly string[],
): Promise<Map<string, Target[]>> {
  if (by !== "external_id") return selectBy(asked, object, by, cells, "");
  // An external id of no source system is the usual one, and has an index; others are looked for where it
  // fails.
  const usual = await selectBy(asked, object, by, cells, "coalesce(t.source_system, '') = '' and ");
  const left = cells.filter((cell) => !usual.has(cell));
  return left.length === 0 ? usual : new Map([...usual, ...(await selectBy(asked, object, by, left, ""))]);
}

async function selectBy(
  { db, context }: Asked,
  object: CatalogObject,
  by: string,
  cells: readonly string[],
  where: string,
): Promise<Map<string, Target[]>> {
  const field = object.byName[by];
  const column = field && (by === "id" ? { name: "id", type: "uuid" } : columnsOf(field)[0]);
  const right = fieldRight(context, object, by);
  if (!column || right === "hidden" || right === "mask") return new Map();
  const byValue = new Map<string, string[]>();
  for (const cell of cells) {
    const value = by === "id" ? idIn(object, cell) : cell;
    if (value !== null) byValue.set(value, [...(byValue.get(value) ?? []), cell]);
  }
  if (byValue.size === 0) return new Map();
  const params = new Params();
  const wanted = params.add([...byValue.keys()], by === "id" ? "uuid[]" : "text[]");
  const compared =
    by === "id" || column.type === "text" ? `t.${ident(column.name)}` : `t.${ident(column.name)}::text`;
  const asked = `select t.id, ${isReadable(fieldRight(context, object, object.title)) ? titleColumn(object) : "t.id::text"} as title, ${compared}::text as key from ${tableOf(context.workspace, object.name)} t
      where ${where}${compared} = any(${wanted}) and t.deleted_at is null and (${accessPredicate(context, object, "read", "t", params)}) order by t.id limit 20000`;
  const rows = await db.query({
    ...params.statement(asked),
    columns: { id: uuid, title: orNull(text), key: text },
  });
  const found = new Map<string, Target[]>();
  for (const { id, title, key } of rows)
    for (const cell of byValue.get(key) ?? [])
      found.set(cell, [...(found.get(cell) ?? []), { object: object.name, id, title: title ?? id }]);
  return found;
}
function idIn(object: CatalogObject, cell: string): string | null {
  const id = cell.startsWith(`${object.name}:`) ? cell.slice(object.name.length + 1) : cell;
  return UUID.test(id) ? id.toLowerCase() : null;
}

function titleColumn(object: CatalogObject): string {
  const field = object.byName[object.title];
  const column = field && columnsOf(field)[0];
  return column ? `t.${ident(column.name)}::text` : "t.id::text";
}

/** Titles the caller may see: all of a small object, or those that begin like the cell. */
async function listTitles(
  { db, context }: Asked,
  object: CatalogObject,
  limit: number,
  like?: string,
): Promise<Target[]> {
  const right = fieldRight(context, object, object.title);
  if (right === "hidden" || right === "mask") return [];
  const params = new Params();
  const title = titleColumn(object);
  const begins =
    like === undefined
      ? ""
      : ` and starts_with(lower(${title}), lower(${params.add(Array.from(like).slice(0, 2).join(""), "text")}))`;
  const asked = `select t.id, ${title} as title from ${tableOf(context.workspace, object.name)} t where t.deleted_at is null and ${title} is not null${begins} and (${accessPredicate(context, object, "read", "t", params)}) limit ${limit}`;
  const rows = await db.query({ ...params.statement(asked), columns: { id: uuid, title: text } });
  return rows.map(({ id, title: name }) => ({ object: object.name, id, title: name }));
}

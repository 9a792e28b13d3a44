import type { Field } from "../../shared/metadata/field.ts";
import { pointedAt, type Pointer, pointersOf } from "../../shared/metadata/further-links.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { fieldNamed } from "./chosen-fields.ts";
import { childrenOf, type ExpandingFrom, recordsById } from "./linked-records.ts";
import { badRequest } from "./messages.ts";
import { isReadableSomewhere } from "./on-row.ts";

/** What to put in the place of a link or a list of children, and what to expand within it. */
export interface Expansion {
  readonly field: Field;
  readonly within: readonly Expansion[];
}
const MAX_DEPTH = 2;
const MAX_NAMES = 10;

/** Reads `expand=account,account.owner,lines`; depth ≤ 2. Fields the caller may not read are passed over. */
export function readExpansions(
  context: Context,
  object: CatalogObject,
  names: readonly string[] | undefined,
  depth = 1,
): Result<readonly Expansion[]> {
  if (names === undefined || names.length === 0) return accept([]);
  if (names.length > MAX_NAMES) return badRequest("too_many", "expand", { what: "expand", max: MAX_NAMES });
  const found: Expansion[] = [];
  for (const name of new Set(names.map((each) => each.split(".")[0] ?? ""))) {
    const field = fieldNamed(object, name);
    const target = field && expandedObject(context, field);
    if (!field || !target || depth > MAX_DEPTH)
      return badRequest(field ? "not_expandable" : "unknown_field", "expand", { name: name.slice(0, 60) });
    if (!isReadableSomewhere(context, object, name)) continue;
    const inner = names
      .filter((each) => each.startsWith(`${name}.`))
      .map((each) => each.slice(name.length + 1));
    const within = readExpansions(context, target, inner, depth + 1);
    if (!within.ok) return within;
    found.push({ field, within: within.value });
  }
  return accept(found);
}

function expandedObject(context: Context, field: Field): CatalogObject | undefined {
  if (field.kind === "children") return context.catalog.object(field.object);
  if (field.kind === "tags") return tagged(context, field);
  const [first] = pointedAt(field);
  return first === undefined ? undefined : context.catalog.object(first);
}
function tagged(context: Context, field: Extract<Field, { kind: "tags" }>): CatalogObject | undefined {
  const link = context.catalog.object(field.object)?.byName[field.target];
  const [first] = link ? pointedAt(link) : [];
  return first === undefined ? undefined : context.catalog.object(first);
}

/**
 * Puts linked records in the place of links: {id, …} or {id, denied: true}; children as a list of at most 50,
 * `pages` saying how a list of more goes on. One statement per expansion and target.
 */
export async function expand(
  from: ExpandingFrom,
  object: CatalogObject,
  records: readonly Values[],
  expansions: readonly Expansion[],
): Promise<Values[]> {
  let expanded = records.map((record) => ({ ...record }));
  for (const expansion of expansions)
    expanded =
      expansion.field.kind === "children"
        ? await withChildren(from, object, expanded, expansion)
        : await withLinked(from, expanded, expansion);
  return expanded;
}

async function withChildren(
  from: ExpandingFrom,
  object: CatalogObject,
  records: readonly Values[],
  { field, within }: Expansion,
): Promise<Values[]> {
  const child = field.kind === "children" ? from.context.catalog.object(field.object) : undefined;
  if (!child || field.kind !== "children") return [...records];
  const ids = records.map((record) => String(record["id"]));
  const pages = await childrenOf(from, object, child, field.via, ids);
  const all = await expand(
    from,
    child,
    ids.flatMap((id) => pages.get(id)?.records ?? []),
    within,
  );
  let at = 0;
  return records.map((record) => {
    const page = pages.get(String(record["id"]));
    const lines = all.slice(at, (at += page?.records.length ?? 0));
    const more: Values = page?.more
      ? { pages: { ...asMap(record["pages"]), [field.name]: { ...page.more } } }
      : {};
    return { ...record, [field.name]: lines, ...more };
  });
}
const asMap = (value: WireValue | undefined): Values => (isMap(value) ? { ...value } : {});

async function withLinked(
  from: ExpandingFrom,
  records: readonly Values[],
  { field, within }: Expansion,
): Promise<Values[]> {
  const targets = field.kind === "tags" ? [tagged(from.context, field)?.name ?? ""] : pointedAt(field);
  const pointers = records.map((record) => pointersOf(record[field.name], targets[0] ?? ""));
  const found = new Map<string, Values>();
  for (const name of targets) {
    const target = from.context.catalog.object(name);
    const ids = new Set(
      pointers
        .flat()
        .filter((pointer) => pointer.object === name)
        .map((pointer) => pointer.id),
    );
    if (!target || ids.size === 0) continue;
    const rows = await expand(
      from,
      target,
      await recordsById(from, target, [...ids]),
      name === targets[0] ? within : [],
    );
    for (const row of rows)
      found.set(`${name} ${String(row["id"])}`, targets.length > 1 ? { object: name, ...row } : row);
  }
  const shown = ({ object, id }: Pointer): Values =>
    found.get(`${object} ${id}`) ??
    (targets.length > 1 ? { object, id, denied: true } : { id, denied: true });
  return records.map((record, at) => {
    const all = (pointers[at] ?? []).map(shown);
    const value: WireValue = Array.isArray(record[field.name]) ? all : (all[0] ?? null);
    return { ...record, [field.name]: value };
  });
}

import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import { furtherOf } from "../../shared/metadata/further-links.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Params } from "../kernel/params.ts";

interface Pointing {
  readonly params: Params;
}
/** A row that points somewhere by the field `via` of its object. */
interface From {
  readonly row: string;
  readonly child: CatalogObject;
  readonly via: Field;
}

/**
 * The ways in which a row points at a record of `object` with the id `id` (SQL, e.g. `t."id"`): by the link,
 * by the list that goes on from it, or by a list of links. Each is a condition that an index answers.
 */
export function waysToPoint(
  { params }: Pointing,
  { row, child, via }: From,
  id: string,
  object: string | undefined,
): readonly string[] {
  if (via.kind === "links") return [inList(params, row, via.name, id, object)];
  const several = via.kind === "link" && via.targets.length > 1;
  const same = `${row}.${ident(via.name)} = ${id}`;
  const first =
    several && object !== undefined
      ? `${same} and ${row}.${ident(`${via.name}__object`)} = ${params.add(object, "text")}`
      : same;
  const further = furtherOf(child, via.name);
  return further ? [first, inList(params, row, further.name, id, object)] : [first];
}

/** The field `via` of `row` leads to the row `alias` of `object`. */
export function pointsAt(pointing: Pointing, from: From, alias: string, object: string | undefined): string {
  const ways = waysToPoint(pointing, from, `${alias}."id"`, object);
  return ways.length === 1 ? String(ways[0]) : `(${ways.map((way) => `(${way})`).join(" or ")})`;
}

/** The id is found by the index; that it is of this object is asked of what was found. */
function inList(params: Params, row: string, name: string, id: string, object: string | undefined): string {
  const [ids, objects] = [`${row}.${ident(name)}`, `${row}.${ident(`${name}__object`)}`];
  const found = `${ids} @> array[${id}]`;
  return object === undefined
    ? found
    : `${found} and ${objects}[array_position(${ids}, ${id})] = ${params.add(object, "text")}`;
}

/**
 * How rows that point at any of these records are found and counted for each: the key, what is joined to the
 * rows, and the conditions.
 */
export function pointingTo(
  params: Params,
  { row, child, via }: From,
  ids: string,
  object: string,
): { key: string; from: string; conditions: readonly string[] } {
  const several = via.kind === "links" || (via.kind === "link" && via.targets.length > 1);
  const list = via.kind === "links" ? via : furtherOf(child, via.name);
  const [column, itsObject] = [`${row}.${ident(via.name)}`, `${row}.${ident(`${via.name}__object`)}`];
  const place = several ? params.add(object, "text") : "";
  if (!list)
    return {
      key: column,
      from: "",
      conditions: [`${column} = any(${ids})`, ...(several ? [`${itsObject} = ${place}`] : [])],
    };
  const [listed, theirs] = [`${row}.${ident(list.name)}`, `${row}.${ident(`${list.name}__object`)}`];
  const one = params.alias();
  const first =
    via.kind === "links" ? [] : [`select ${column} as "id", ${several ? itsObject : place} as "object"`];
  const rows = [...first, `select * from unnest(${listed}, ${theirs})`].join(" union all ");
  const found =
    via.kind === "links" ? `${listed} && ${ids}` : `(${column} = any(${ids}) or ${listed} && ${ids})`;
  return {
    key: `${one}."id"`,
    from: ` cross join lateral (${rows}) ${one}("id", "object")`,
    conditions: [found, `${one}."id" = any(${ids})`, `${one}."object" = ${place}`],
  };
}

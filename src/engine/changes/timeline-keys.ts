import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import { furtherOf, pointedAt } from "../../shared/metadata/further-links.ts";
import type { CatalogObject, TimelineStream } from "../../shared/metadata/object.ts";
import { accessPredicate } from "../access/predicate.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import { Params } from "../kernel/params.ts";
import { systemTable, tableOf } from "../schema/names.ts";
import { withinMonths } from "../schema/within-months.ts";
import { eventsOf } from "./record-events.ts";

export type Shown = "all" | "activities" | "tasks" | "changes";
const TASK = "task";
/** Where an entry stands: its moment, then its id. Pages go on below it. */
export interface TimelinePlace {
  readonly at: string;
  readonly key?: string | undefined;
}
export interface TimelineKey {
  readonly at: string;
  /** "change", or the object of a record that is regarding one of these. */
  readonly type: string;
  /** Id of that record, or number of the change. */
  readonly key: string;
  /** The record around which it happened. */
  readonly of_object: string;
  readonly of_id: string;
}
export interface TimelineInput {
  readonly object: CatalogObject;
  readonly id: string;
  readonly created: string | null;
  readonly below: TimelinePlace | undefined;
  /** Moment; only what happened before it. */
  readonly until: string | undefined;
  readonly show: Shown;
  readonly limit: number;
}

/**
 * The record itself, or records that link to it and whose doings its timeline tells, too (an account: its
 * deals and contacts).
 */
interface Circle {
  readonly object: CatalogObject;
  /** A condition on a column that holds the id of such a record. */
  readonly holds: (column: string) => string;
  /** A condition on a column of ids, any of which may be such a record: one that an index answers. */
  readonly holdsAny: (column: string) => string;
  readonly isItself: boolean;
}

/**
 * The newest entries of a record's timeline, of itself and of those around it that the caller may see, by
 * key. One statement with a limit in each arm, however many records there are.
 */
export async function timelineKeys(context: Context, asked: TimelineInput): Promise<readonly TimelineKey[]> {
  const params = new Params();
  const circles = circlesOf(context, asked, params);
  const arms = [
    ...(asked.show === "changes"
      ? []
      : circles.flatMap((circle) => attachedArms(context, circle, asked.show, params))),
    ...(asked.show === "activities" || asked.show === "tasks"
      ? []
      : circles.flatMap((circle) => loggedArms(context, asked, circle, params))),
  ];
  if (arms.length === 0) return [];
  const bounds = boundsOf(asked, params);
  const take = params.add(asked.limit, "integer");
  const limited = arms.map(
    (arm) =>
      `(select * from (${arm}) e where ${bounds} order by e.at desc, e.key collate "C" desc limit ${take})`,
  );
  // What is about several of these records stands once: where it is about the record itself, there, else
  // where the first of the arms found it.
  const ranked = limited
    .map((arm, place) => `select a.*, ${place} as rank from ${arm} a`)
    .join(" union all ");
  const once = `select distinct on (e.at, e.key collate "C", e.type) e.at, e.type, e.key, e.of_object, e.of_id from (${ranked}) e order by e.at desc, e.key collate "C" desc, e.type, e.rank`;
  return context.db.query<TimelineKey>(
    params.statement(`select * from (${once}) e order by e.at desc, e.key collate "C" desc limit ${take}`),
  );
}

function boundsOf({ below, until }: TimelineInput, params: Params): string {
  const at = below && params.add(below.at, "timestamptz");
  const conditions = [
    ...(until === undefined ? [] : [`e.at < ${params.add(until, "timestamptz")}`]),
    ...(at === undefined
      ? []
      : below?.key === undefined
        ? [`e.at < ${at}`]
        : [`(e.at, e.key collate "C") < (${at}, ${params.add(below.key, "text")})`]),
  ];
  return conditions.length > 0 ? conditions.join(" and ") : "true";
}

function circlesOf(context: Context, { object, id }: TimelineInput, params: Params): readonly Circle[] {
  const place = params.add(id, "uuid");
  const itself: Circle = {
    object,
    holds: (column) => `${column} = ${place}`,
    holdsAny: (column) => `${column} @> array[${place}]`,
    isItself: true,
  };
  const around = [...context.catalog.objects.values()].flatMap((other) =>
    other.fields.flatMap((field): Circle[] => {
      const isAround =
        field.kind === "link" &&
        field.inverse?.timeline === true &&
        field.targets.includes(object.name) &&
        !other.ledger &&
        !field.hidden;
      if (!isAround) return [];
      const inner = params.alias(other.name);
      const seen = accessPredicate(context, other, "read", inner, params);
      const from = `select ${inner}.id from ${tableOf(context.workspace, other.name)} ${inner} where ${inner}.${ident(field.name)} = ${place} and ${inner}.deleted_at is null and ${seen}`;
      return [
        {
          object: other,
          holds: (column) => `${column} in (${from})`,
          holdsAny: (column) => `${column} && array(${from})`,
          isItself: false,
        },
      ];
    }),
  );
  return [itself, ...around];
}

const NO_STREAM: TimelineStream = { by: "", at: "" };
function attachedArms(context: Context, circle: Circle, show: Shown, params: Params): readonly string[] {
  return [...context.catalog.objects.values()].flatMap((kind) => {
    if (show === "tasks" && kind.name !== TASK) return [];
    const { by, at, also = [] } = kind.timeline ?? NO_STREAM;
    const link = kind.byName[by];
    if (!link) return [];
    const further = furtherOf(kind, link.name);
    const fields = [
      link,
      ...(further ? [further] : []),
      ...also.flatMap((other) => kind.byName[other] ?? []),
    ];
    return fields
      .filter(
        (field) =>
          !field.hidden &&
          pointedAt(field).includes(circle.object.name) &&
          isReadable(fieldRight(context, kind, field.name)),
      )
      .map((field) => attachedBy(context, circle, kind, field, at, params));
  });
}

/** Those that point at records of the circle by one field, with the record that each points at. */
function attachedBy(
  context: Context,
  { object, holds, holdsAny }: Circle,
  kind: CatalogObject,
  field: Field,
  moment: string,
  params: Params,
): string {
  const t = params.alias(kind.name);
  const at =
    kind.byName[moment] && moment !== "created_at"
      ? `coalesce(${t}.${ident(moment)}, ${t}.created_at)`
      : `${t}.created_at`;
  const told = (kind.timeline?.unless ?? []).map((name) => `${t}.${ident(name)} is null and `).join("");
  const seen = `${told}${t}.deleted_at is null and ${accessPredicate(context, kind, "read", t, params)}`;
  const [ids, objects] = [`${t}.${ident(field.name)}`, `${t}.${ident(`${field.name}__object`)}`];
  const place = params.add(object.name, "text");
  const entry = `select ${at} as at, '${kind.name}' as type, ${t}.id::text as key, '${object.name}' as of_object`;
  const table = `${tableOf(context.workspace, kind.name)} ${t}`;
  const one = params.alias();
  if (field.kind === "links")
    return `${entry}, ${one}.id as of_id from ${table} cross join lateral
(select x.id from unnest(${ids}, ${objects}) x(id, object) where x.object = ${place} and ${holds("x.id")} limit 1) ${one} where ${holdsAny(ids)} and ${seen}`;
  const isOf = pointedAt(field).length > 1 ? ` and ${objects} = ${place}` : "";
  return `${entry}, ${ids} as of_id from ${table} where ${holds(ids)}${isOf} and ${seen}`;
}

/**
 * All that was changed of the record itself; of those around it that they were made and their moves. With
 * each, what is told along with it.
 */
function loggedArms(
  context: Context,
  { created }: TimelineInput,
  { object, holds, isItself }: Circle,
  params: Params,
): readonly string[] {
  const [first, last] = withinMonths([isItself ? created : null], [context.now]);
  const within = `c.at >= ${params.add(first, "timestamptz")} and c.at <= ${params.add(last, "timestamptz")}`;
  const log = systemTable(context.workspace, "changes");
  const told = isItself
    ? "true"
    : object.stageField
      ? `(c.kind = 'create' or c.after ? ${params.add(object.stageField, "text")})`
      : `c.kind = 'create'`;
  const own = `select c.at, 'change' as type, c.seq::text as key, '${object.name}' as of_object, c.record as of_id from ${log} c
where ${holds("c.record")} and c.object = ${params.add(object.name, "text")} and ${within} and ${told}`;
  const along = eventsOf(context, object.name).map(({ object: name, link }) => {
    const x = params.alias(name);
    return `select c.at, 'change' as type, c.seq::text as key, '${object.name}' as of_object, ${x}.${ident(link)} as of_id from ${tableOf(context.workspace, name)} ${x}
join ${log} c on c.record = ${x}.id and c.object = ${params.add(name, "text")} where ${holds(`${x}.${ident(link)}`)} and ${within}`;
  });
  return [own, ...along];
}

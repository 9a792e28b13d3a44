import { ident } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { accessPredicate } from "../access/predicate.ts";
import type { Context } from "../context.ts";
import { Params } from "../query/params.ts";
import { systemTable, tableOf } from "../schema/names.ts";
import { withinMonths } from "../schema/within-months.ts";
import { eventsOf } from "./record-events.ts";

export type Shown = "all" | "activities" | "changes";
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
export interface TimelineAsked {
  readonly object: CatalogObject;
  readonly id: string;
  readonly created: string | null;
  readonly below: TimelinePlace | undefined;
  /** Moment; only what happened before it. */
  readonly until: string | undefined;
  readonly show: Shown;
  readonly limit: number;
}

/** Objects whose records hang on others by `regarding`, and the field that says when they happened. */
const ATTACHED: Readonly<Record<string, string>> = {
  activity: "occurred_at",
  task: "created_at",
  note: "created_at",
  file: "created_at",
  form_response: "created_at",
};

/** The record itself, or records that link to it and whose doings its timeline tells, too (an account: its deals and contacts). */
interface Circle {
  readonly object: CatalogObject;
  /** A condition on a column that holds the id of such a record. */
  readonly holds: (column: string) => string;
  readonly isItself: boolean;
}

/**
 * The newest entries of a record's timeline, of itself and of those around it that the caller may see, by key. One statement with a limit in each arm,
 * however many records there are.
 */
export async function timelineKeys(context: Context, asked: TimelineAsked): Promise<readonly TimelineKey[]> {
  const params = new Params();
  const circles = circlesOf(context, asked, params);
  const arms = [
    ...(asked.show === "changes" ? [] : circles.flatMap((circle) => attachedArms(context, circle, params))),
    ...(asked.show === "activities" ? [] : circles.flatMap((circle) => loggedArms(context, asked, circle, params))),
  ];
  if (arms.length === 0) return [];
  const bounds = boundsOf(asked, params);
  const take = params.add(asked.limit, "integer");
  const limited = arms.map((arm) => `(select * from (${arm}) e where ${bounds} order by e.at desc, e.key collate "C" desc limit ${take})`);
  return context.db.query<TimelineKey>(
    params.statement(`select * from (${limited.join(" union all ")}) e order by e.at desc, e.key collate "C" desc limit ${take}`),
  );
}

function boundsOf({ below, until }: TimelineAsked, params: Params): string {
  const at = below && params.add(below.at, "timestamptz");
  const conditions = [
    ...(until === undefined ? [] : [`e.at < ${params.add(until, "timestamptz")}`]),
    ...(at === undefined ? [] : below?.key === undefined ? [`e.at < ${at}`] : [`(e.at, e.key collate "C") < (${at}, ${params.add(below.key, "text")})`]),
  ];
  return conditions.length > 0 ? conditions.join(" and ") : "true";
}

function circlesOf(context: Context, { object, id }: TimelineAsked, params: Params): readonly Circle[] {
  const place = params.add(id, "uuid");
  const itself: Circle = { object, holds: (column) => `${column} = ${place}`, isItself: true };
  const around = [...context.catalog.objects.values()].flatMap((other) =>
    other.fields.flatMap((field): Circle[] => {
      const isAround = field.kind === "link" && field.inverse?.timeline === true && field.targets.includes(object.name) && !other.ledger && !field.hidden;
      if (!isAround) return [];
      const inner = params.alias(other.name);
      const seen = accessPredicate(context, other, "read", inner, params);
      const from = `select ${inner}.id from ${tableOf(context.workspace, other.name)} ${inner} where ${inner}.${ident(field.name)} = ${place} and ${inner}.deleted_at is null and ${seen}`;
      return [{ object: other, holds: (column) => `${column} in (${from})`, isItself: false }];
    }),
  );
  return [itself, ...around];
}

function attachedArms(context: Context, { object, holds }: Circle, params: Params): readonly string[] {
  return Object.entries(ATTACHED).flatMap(([name, moment]) => {
    const kind = context.catalog.object(name);
    const link = kind?.byName["regarding"];
    if (!kind || link?.kind !== "link" || !link.targets.includes(object.name)) return [];
    const t = params.alias(name);
    const at = kind.byName[moment] && moment !== "created_at" ? `coalesce(${t}.${ident(moment)}, ${t}.created_at)` : `${t}.created_at`;
    const seen = accessPredicate(context, kind, "read", t, params);
    const here = `${holds(`${t}.regarding`)} and ${t}.regarding__object = ${params.add(object.name, "text")} and ${t}.deleted_at is null and ${seen}`;
    return [
      `select ${at} as at, '${name}' as type, ${t}.id::text as key, '${object.name}' as of_object, ${t}.regarding as of_id from ${tableOf(context.workspace, name)} ${t} where ${here}`,
    ];
  });
}

/** All that was changed of the record itself; of those around it that they were made and their moves. With each, what is told along with it. */
function loggedArms(context: Context, { created }: TimelineAsked, { object, holds, isItself }: Circle, params: Params): readonly string[] {
  const [first, last] = withinMonths([isItself ? created : null], [context.now]);
  const within = `c.at >= ${params.add(first, "timestamptz")} and c.at <= ${params.add(last, "timestamptz")}`;
  const log = systemTable(context.workspace, "changes");
  const told = isItself ? "true" : object.stageField ? `(c.kind = 'create' or c.after ? ${params.add(object.stageField, "text")})` : `c.kind = 'create'`;
  const own = `select c.at, 'change' as type, c.seq::text as key, '${object.name}' as of_object, c.record as of_id from ${log} c
where ${holds("c.record")} and c.object = ${params.add(object.name, "text")} and ${within} and ${told}`;
  const along = eventsOf(context, object.name).map(({ object: name, link }) => {
    const x = params.alias(name);
    return `select c.at, 'change' as type, c.seq::text as key, '${object.name}' as of_object, ${x}.${ident(link)} as of_id from ${tableOf(context.workspace, name)} ${x}
join ${log} c on c.record = ${x}.id and c.object = ${params.add(name, "text")} where ${holds(`${x}.${ident(link)}`)} and ${within}`;
  });
  return [own, ...along];
}

import { Params, listOf, pointingTo, tableOf } from "../../../../../engine/public.ts";
import { boolean, orNull, sure, text, uuid } from "../../../../../platform/db/columns.ts";
import type { CriterionOf } from "../../../pipeline/shared/public.ts";
import type { FactsOfKind, KindOnServer } from "../gate-kinds.ts";

const told = { record: sure(uuid), template: sure(text), done: orNull(boolean) };
type Facts = NonNullable<KindOnServer<CriterionOf<"tasks">>["facts"]>;

/** Of each template the newest task of the record: is it done? The same for every criterion that asks. */
export const taskStates: Facts = async (db, context, object, asked) => {
  const task = context.catalog.object("task");
  const via = task?.byName["regarding"];
  if (!task || !via) return new Map();
  const records = asked.map(({ id }) => id);
  const params = new Params();
  const { key, from, conditions } = pointingTo(
    params,
    { row: "t", child: task, via },
    listOf(records, params),
    object.name,
  );
  const rows = await db.query({
    ...(records.length === 1 ? { name: "tasks" } : {}),
    ...params.statement(`select distinct on (1, t.template) ${key} as record, t.template, t.status = 'done' as done from ${tableOf(context.workspace, "task")} t${from}
where ${conditions.join(" and ")} and t.template is not null and t.deleted_at is null order by 1, t.template, t.created_at desc, t.id desc`),
    columns: told,
  });
  const states = new Map<string, Record<string, boolean>>();
  for (const row of rows)
    states.set(row.record, { ...states.get(row.record), [row.template]: row.done === true });
  return new Map(
    asked.map(({ id, criteria }): [string, FactsOfKind extends ReadonlyMap<string, infer F> ? F : never] => [
      id,
      Object.fromEntries(criteria.map((criterion) => [criterion.id, states.get(id) ?? {}])),
    ]),
  );
};

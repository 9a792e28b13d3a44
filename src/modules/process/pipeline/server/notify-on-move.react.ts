import type { Context } from "../../../../engine/context.ts";
import type { LoggedChange, React } from "../../../../engine/hooks.ts";
import { tableOf } from "../../../../engine/schema/names.ts";
import { ident } from "../../../../platform/db/database.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { notify } from "../../../base/notifications/public.ts";
import { isLayerOn } from "../shared/layers.ts";
import { type Recipient, type Stage, type StageActionOf, stageOf } from "../shared/pipeline.ts";
import { causeOf } from "./cause-of.ts";
import { loadPipelines } from "./load-pipelines.ts";
import { hasStage } from "./move-of.ts";

type Notification = StageActionOf<"notify">;
/**
 * Filling the system is nobody's news, and neither is where a publication puts the records of a stage that is
 * no more.
 */
const QUIET = ["seed", "setup", "import"];

/**
 * Tells those whom the stages name that a record has left one and entered the other: once per move, never of
 * one's own doing.
 */
export const notifyOnMove: React = {
  word: "react",
  name: "stage.notify",
  label: label("按阶段设置通知相关人员", "Notifies the people whom a stage names"),
  applies: hasStage,
  run: async (context, change) => {
    const object = context.catalog.object(change.object);
    if (!object || !isMove(object, change) || !(await tellsAnybody(context, object))) return;
    const place = await placeOf(context, object, change);
    if (!place) return;
    const due = await dueFor(context, object, change, place);
    const roles = due.some(({ to }) => to.some(isRole))
      ? await peopleByRole(context, due)
      : new Map<string, readonly string[]>();
    for (const { id, to, text } of due) {
      const recipients = new Set(to.flatMap((one) => peopleOf(one, place, roles)));
      const about = {
        kind: "stage",
        params: { text },
        regarding: { object: change.object, id: change.record },
        topic: id,
      } as const;
      await notify(
        context,
        change,
        Array.from(recipients, (recipient) => ({ ...about, recipient })),
      );
    }
  },
};

function isMove(object: CatalogObject, { kind, road, before, after, note }: LoggedChange): boolean {
  if (kind !== "create" && kind !== "update") return false;
  if (QUIET.includes(road) || causeOf({ note }) === "pipeline") return false;
  const field = object.stageField ?? "";
  return [field, "pipeline"].some((name) => after[name] !== undefined && after[name] !== before[name]);
}

/** Most stages tell nobody: then nothing need be asked of each record that moves. */
async function tellsAnybody(context: Context, object: CatalogObject): Promise<boolean> {
  const definitions = (await loadPipelines(context.db, context)).definitionsOf(object.name);
  return definitions.some(({ stages }) =>
    stages.some((stage) => [...stage.on_enter, ...stage.on_exit].some(isNotification)),
  );
}

/** Where the record stands and whose it is now. */
interface Place {
  readonly pipeline: string | null;
  readonly stage: string | null;
  readonly department: string | null;
  readonly owner: string | null;
  readonly manager: string | null;
}
async function placeOf(
  context: Context,
  { name, stageField = "" }: CatalogObject,
  { record }: LoggedChange,
): Promise<Place | null> {
  const [row] = await context.db.query<Place>({
    name: "place",
    text: `select t.pipeline, t.${ident(stageField)} as stage, t.department, t.owner, u.manager from ${tableOf(context.workspace, name)} t left join ${tableOf(context.workspace, "user")} u on u.id = t.owner
where t.id = $1::uuid and t.deleted_at is null`,
    values: [record],
  });
  return row ?? null;
}

/** What the stage that was left says on leaving, and the one that was entered on entering. */
async function dueFor(
  context: Context,
  object: CatalogObject,
  { kind, before, after }: LoggedChange,
  place: Place,
): Promise<readonly Notification[]> {
  const pipelines = await loadPipelines(context.db, context);
  const field = object.stageField ?? "";
  const [was, is] = [partOf(staged, before), partOf(staged, after)];
  const into = pipelines.find(is.pipeline ?? place.pipeline, place.department)?.definition;
  const outOf =
    kind === "create"
      ? undefined
      : pipelines.find(was.pipeline ?? place.pipeline, place.department)?.definition;
  const stages: readonly [Stage | undefined, "on_exit" | "on_enter"][] = [
    [outOf && stageOf(outOf, before[field] ?? place.stage), "on_exit"],
    [into && stageOf(into, after[field] ?? place.stage), "on_enter"],
  ];
  return stages.flatMap(([stage, when]) =>
    stage && isLayerOn(stage, "actions") ? stage[when].filter(isNotification) : [],
  );
}
const isNotification = (action: { readonly kind: string }): action is Notification =>
  action.kind === "notify";
const isRole = (recipient: Recipient): recipient is { readonly role: string } =>
  typeof recipient === "object" && "role" in recipient;

function peopleOf(
  recipient: Recipient,
  { owner, manager }: Place,
  roles: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (recipient === "owner") return owner ? [owner] : [];
  if (recipient === "manager") return manager ? [manager] : [];
  return isRole(recipient) ? (roles.get(recipient.role) ?? []) : [recipient.person];
}

/** Nobody needs a notice that goes to hundreds. */
const MOST = 200;
async function peopleByRole(
  context: Context,
  due: readonly Notification[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = [...new Set(due.flatMap(({ to }) => to.filter(isRole).map(({ role }) => role)))];
  const rows = await context.db.query<{ role: string; people: readonly string[] }>({
    text: `select r.name as role, (array_agg(distinct ur."user"::text))[1:${MOST}] as people from ${tableOf(context.workspace, "role")} r
join ${tableOf(context.workspace, "user_role")} ur on ur.role = r.id and ur.deleted_at is null where r.name = any($1::text[]) and r.deleted_at is null group by r.name`,
    values: [names],
  });
  return new Map(rows.map(({ role, people }) => [role, people]));
}

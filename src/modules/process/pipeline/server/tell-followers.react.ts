import {
  type Context,
  type LoggedChange,
  type Subscriber,
  answering,
  fieldRight,
  isReadable,
  list,
  tablesOf,
} from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { spelled, sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { loadPrincipal, wantsNotice } from "../../../base/identity/public.ts";
import { type Notice, notify } from "../../../base/notifications/public.ts";
import { stageOf } from "../shared/pipeline.ts";
import { loadPipelines, type Pipelines } from "./load-pipelines.ts";
import { followedHandedOver, followedMoved, followedWon } from "./notices.ts";
import { isMove } from "./stage-notices.ts";

/**
 * Tells those who follow a record that it has another stage, was won, or is somebody else's now: as far as
 * they may see it, and never of their own doing.
 */
export const tellFollowers = {
  word: "react",
  name: "followers.notify",
  label: label("通知关注的人", "Notifies those who follow it"),
  applies: ({ sharing }) => sharing === "owner",
  runAll: async (context, changes) => {
    const news = changes.filter((change) => isNews(context.catalog.object(change.object), change));
    const follows = news.length > 0 ? await followsOf(context, news) : [];
    if (follows.length === 0) return;
    const pipelines = await loadPipelines(context.db, context);
    const told = new Map<number, Notice[]>();
    for (const owner of new Set(follows.map((one) => one.owner))) {
      const records = new Set(follows.filter((one) => one.owner === owner).map(({ record }) => record));
      for (const [seq, notice] of await noticesFor(context, pipelines, owner, news, records))
        told.set(seq, [...(told.get(seq) ?? []), notice]);
    }
    await notify(
      context,
      news.map((change) => ({ change, notices: told.get(change.seq) ?? [] })),
    );
  },
} as const satisfies Subscriber;

const isNews = (object: CatalogObject | undefined, change: LoggedChange): object is CatalogObject =>
  object !== undefined &&
  change.kind === "update" &&
  (isMove(object, change) || (change.road !== "import" && newOwner(change) !== null));
const newOwner = ({ before, after }: Pick<LoggedChange, "before" | "after">): string | null => {
  const { owner } = partOf(anyRecord, after);
  return owner && owner !== partOf(anyRecord, before).owner ? owner : null;
};

/** Who follows these records and has not switched such notices off. */
function followsOf({ db, workspace }: Context, news: readonly LoggedChange[]) {
  const { record } = tablesOf(workspace);
  const ids = [...new Set(news.map((change) => change.record))];
  const wants = spelled(wantsNotice(workspace, "u", "followed"));
  return db.query(
    answering(
      { owner: uuid, record: uuid },
      sql`select f.owner, f.regarding as record from ${record("follow")} f join ${record("user")} u on u.id = f.owner
where f.regarding = any(${ids}::uuid[]) and f.deleted_at is null and u.deleted_at is null and ${wants}`,
    ),
  );
}

/** What one person is told, by number of the change: of records that they may see today, with their rights. */
async function noticesFor(
  context: Context,
  pipelines: Pipelines,
  recipient: string,
  news: readonly LoggedChange[],
  records: ReadonlySet<string>,
): Promise<readonly (readonly [number, Notice])[]> {
  const principal = await loadPrincipal(context.db, context.workspace, recipient);
  if (!principal) return [];
  const theirs: Context = { ...context, principal };
  const mine = news.filter(({ record }) => records.has(record));
  const seen = await seenOf(theirs, mine);
  return mine.flatMap((change) => {
    const row = seen.get(change.record);
    const notice = row && noticeOf(theirs, pipelines, change, row);
    return notice
      ? [[change.seq, { ...notice, recipient, regarding: { object: change.object, id: change.record } }]]
      : [];
  });
}

const AT_ONCE = 500;
async function seenOf(
  context: Context,
  changes: readonly LoggedChange[],
): Promise<ReadonlyMap<string, Values>> {
  const seen = new Map<string, Values>();
  for (const object of new Set(changes.map((change) => change.object))) {
    const own = changes.filter((change) => change.object === object).map(({ record }) => record);
    const ids = [...new Set(own)];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const page = await list(context, { object, ids: ids.slice(from, from + AT_ONCE), limit: AT_ONCE });
      for (const row of page.ok ? page.value.data : []) seen.set(String(partOf(anyRecord, row).id), row);
    }
  }
  return seen;
}

/** The first of what happened that the reader may read: won, another stage, another owner. */
function noticeOf(
  context: Context,
  pipelines: Pipelines,
  change: LoggedChange,
  row: Values,
): Pick<Notice, "kind" | "params"> | null {
  const object = context.catalog.object(change.object);
  if (!object) return null;
  const mayRead = (field: string): boolean => isReadable(fieldRight(context, object, field));
  if (isMove(object, change) && object.stageField && mayRead(object.stageField)) {
    const { pipeline, department } = { ...partOf(staged, row), ...partOf(staged, change.after) };
    const definition = pipelines.find(pipeline, department)?.definition;
    const stage = definition && stageOf(definition, change.after[object.stageField] ?? null);
    if (stage?.type === "won") return { kind: followedWon };
    if (stage) return { kind: followedMoved, params: { stage: stage.label } };
  }
  const owner = newOwner(change);
  return owner && mayRead("owner")
    ? { kind: followedHandedOver, params: { target: { object: "user", id: owner } } }
    : null;
}

import {
  type Context,
  type LoggedChange,
  type Operation,
  type Refusal,
  SubscriberError,
  asProgram,
  save,
  statement,
} from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { bellSilence, noticeKinds, type NotificationKind } from "./notice-kinds.ts";

export interface Notice {
  readonly recipient: string;
  readonly kind: NotificationKind;
  readonly params?: Values;
  readonly regarding?: { readonly object: string; readonly id: string } | null;
  /** Tells this notice from others that the same change gives the same person. */
  readonly topic?: string;
  /** Also when the recipient did it: the end of long work that they started. */
  readonly own?: true;
}

/**
 * What people are told of. `key` names it among all causes: whoever was told of it once is not told again.
 */
export interface Cause {
  readonly key: string;
  /** Whose doing it is; null: the program's. */
  readonly actor: string | null;
}

/** What one change means for people. */
export interface News {
  readonly change: Pick<LoggedChange, "seq" | "actor">;
  readonly notices: readonly Notice[];
}

/**
 * Tells people what changes mean for them: nobody of their own doing, everybody once for each of the news,
 * also when it is called again after a crash. The first notice for a person stands. All are written together,
 * in their order.
 */
export const notify = (context: Context, news: readonly News[]): Promise<void> =>
  tell(
    context,
    news.flatMap(({ change: { seq, actor }, notices }) => wantedOf({ key: String(seq), actor }, notices)),
  );

/** As `notify`, of something that is no change: a day that has begun. */
export const notifyOf = (context: Context, cause: Cause, notices: readonly Notice[]): Promise<void> =>
  tell(context, wantedOf(cause, notices));

/** The same of several at once. */
export const notifyOfEach = (
  context: Context,
  news: readonly { readonly cause: Cause; readonly notices: readonly Notice[] }[],
): Promise<void> =>
  tell(
    context,
    news.flatMap(({ cause, notices }) => wantedOf(cause, notices)),
  );

interface Wanted extends Notice {
  readonly cause: Cause;
}
function wantedOf(cause: Cause, notices: readonly Notice[]): readonly Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const notice of notices)
    if ((notice.own || notice.recipient !== cause.actor) && !wanted.has(notice.recipient))
      wanted.set(notice.recipient, { ...notice, cause });
  return [...wanted.values()];
}

/** No write holds its locks for longer than so many records take. */
const AT_ONCE = 500;
export const activePeople = statement(
  { id: uuid },
  ({ record }, ids: readonly string[]) =>
    sql`select id from ${record("user")} where id = any(${ids}::uuid[]) and active is not false and deleted_at is null`,
);
async function tell(context: Context, wanted: readonly Wanted[]): Promise<void> {
  if (wanted.length === 0) return;
  const known = noticeKinds.read(context.hooks);
  const unknown = wanted.find(({ kind }) => !known.has(kind.name));
  if (unknown) throw new Error(`no module contributes notifications of the kind ${unknown.kind.name}`);
  const recipients = [...new Set(wanted.map(({ recipient }) => recipient))];
  const rows = await context.db.query(activePeople(context.workspace, recipients));
  const active = new Set(rows.map(({ id }) => id));
  const isMuted = await mutedFor(context, recipients);
  const operations = wanted
    .filter(({ recipient }) => active.has(recipient))
    .map((one): Operation => {
      const muted = isMuted(one.recipient, one.kind.name);
      const values = { ...valuesOf(context, one), ...(muted ? { muted } : {}) };
      return { op: "create", object: "notification", values };
    });
  for (let from = 0; from < operations.length; from += AT_ONCE)
    await write(context, operations.slice(from, from + AT_ONCE));
}

/** What people do not want in the bell, by whichever module knows. */
async function mutedFor(context: Context, people: readonly string[]) {
  const asked = [...bellSilence.read(context.hooks).values()];
  const silences = await Promise.all(asked.map((one) => one.silences(context, people)));
  return (person: string, kind: string): boolean => silences.some((isSilent) => isSilent(person, kind));
}

async function write(context: Context, operations: readonly Operation[]): Promise<void> {
  const { saved, results } = await save(asProgram(context, "notices are written by the program"), {
    operations,
    road: "rule",
    mode: "each",
  });
  // One of them was written by another process in this moment, and none of the others is.
  if (!saved && operations.length > 1)
    throw new SubscriberError("notification_taken", messages.taken, `${operations.length} at once`);
  const failed = results.find(
    (result) => !result.ok && result.refusal.code !== "duplicate" && !isAboutNothing(result.refusal),
  );
  if (failed && !failed.ok)
    throw new SubscriberError("notification_refused", messages.refused, detailOf(failed.refusal));
}

const messages = {
  taken: label("另一个进程正在写入同样的通知", "Another process is writing the same notifications"),
  refused: label("通知未能写入", "A notification could not be written"),
};
const detailOf = ({ code, reasons }: Refusal): string =>
  [code, ...reasons.map((reason) => `${reason.field ?? ""} ${reason.code}`.trim())].join(", ");

/** What it is about was deleted before it could be told, and concerns nobody any more. */
const isAboutNothing = ({ reasons }: Refusal): boolean =>
  reasons.length > 0 && reasons.every(({ code, field }) => code === "link_missing" && field === "regarding");

const SOURCE = "notifications";
function valuesOf(
  context: Context,
  { cause: { key, actor }, recipient, kind, params, regarding, topic }: Wanted,
): Values {
  const field = context.catalog.object("notification")?.byName["regarding"];
  const isKnown = regarding && field?.kind === "link" && field.targets.includes(regarding.object);
  return {
    owner: recipient,
    kind: kind.name,
    params: { ...params, actor },
    ...(isKnown ? { regarding: { object: regarding.object, id: regarding.id } } : {}),
    source_system: SOURCE,
    external_id: [key, recipient, ...(topic ? [topic] : [])].join(":"),
  };
}

import {
  type Context,
  SubscriberError,
  asProgram,
  command,
  creating,
  newId,
  saveIn,
  statement,
} from "../../../../engine/public.ts";
import { sure, text, uuid } from "../../../../platform/db/columns.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { MessageChannel, MessageReason, MessageStatus } from "../shared/message-options.ts";
import { message } from "./message.object.ts";
import { afterSeconds } from "./pauses.ts";

/** Notices that go to one person by one channel as one message, and what is to become of it. */
export interface WantedMessage {
  readonly channel: MessageChannel;
  /** Whom it is for; null where it is for a group. */
  readonly person: string | null;
  /** The robot that says it; null where it is for a person. */
  readonly robot: string | null;
  readonly event: string;
  readonly to: string | null;
  readonly status: Exclude<MessageStatus, "failed">;
  readonly why: MessageReason | null;
  /** Not before, of one that waits for more than others of its kind: a digest, quiet hours. */
  readonly dueAt: string | null;
  readonly regarding: { readonly object: string; readonly id: string } | null;
  readonly notices: readonly string[];
}

/** Others of the kind are waited for so long after each, and so long after the first at most. */
const NEXT_WITHIN = 5;
const ALL_WITHIN = 60;

/**
 * Writes messages for notices that no message of the channel tells of yet, all in one transaction: called again
 * after a crash, it writes nothing twice. What waits for the same person, channel and event is lengthened instead.
 */
export const writeMessages = (context: Context, wanted: readonly WantedMessage[]): Promise<void> =>
  wanted.length === 0
    ? Promise.resolve()
    : context.db.transaction((tx) => writeIn(tx, context, wanted), { longer: 20_000 });

interface Placed extends WantedMessage {
  readonly id: string;
  readonly isNew: boolean;
}

async function writeIn(tx: Transaction, context: Context, wanted: readonly WantedMessage[]): Promise<void> {
  const { workspace, now } = context;
  const open = await openMessages(tx, context, wanted);
  const placed = wanted.map((one): Placed => {
    const id = one.status === "queued" ? open.get(keyOf(targetOf(one), one.channel, one.event)) : undefined;
    return { ...one, id: id ?? newId(), isNew: id === undefined };
  });
  // Of several robots of one chat program each tells a notice once.
  const lines = placed.flatMap(({ id, channel, robot, notices }) =>
    notices.map((notice) => ({ notice, channel: robot ? `${channel}:${robot}` : channel, id })),
  );
  const added = await tx.query(
    addLines(
      workspace,
      lines.map(({ notice }) => notice),
      lines.map(({ channel }) => channel),
      lines.map(({ id }) => id),
    ),
  );
  const counts = new Map<string, number>();
  for (const { message: id } of added) counts.set(id, (counts.get(id) ?? 0) + 1);
  const told = placed.filter(({ id }) => counts.has(id));
  await makeRecords(
    tx,
    context,
    told.filter(({ isNew }) => isNew),
    counts,
  );
  const waiting = told.filter(({ status }) => status === "queued");
  const first = waiting.filter(({ isNew }) => isNew);
  const further = waiting.filter(({ isNew }) => !isNew);
  if (first.length > 0) await tx.query(queueMessages(workspace, first, now));
  if (further.length > 0) await tx.query(lengthen(workspace, further, now));
}

const targetOf = ({ person, robot }: Pick<WantedMessage, "person" | "robot">): string =>
  robot ?? person ?? "";
const keyOf = (person: string, channel: string, event: string): string => `${channel} ${event} ${person}`;

export const waitingFor = statement(
  { id: uuid, target: sure(uuid), channel: text, event: text },
  ({ system }, targets: readonly string[], channels: readonly string[], events: readonly string[]) =>
    sql`select q.id, q.target, q.channel, q.event from ${system("message_queue")} q
join unnest(${targets}::uuid[], ${channels}::text[], ${events}::text[]) as w(target, channel, event) on q.target = w.target and q.channel = w.channel and q.event = w.event
where q.claimed_until is null and q.tries = 0 and q.target is not null order by q.id for update of q skip locked`,
);

/** Messages that no one has begun to send, by whom and what they are for; nobody begins until the end of this. */
async function openMessages(
  tx: Transaction,
  { workspace }: Context,
  wanted: readonly WantedMessage[],
): Promise<ReadonlyMap<string, string>> {
  const queued = wanted.filter(({ status }) => status === "queued");
  if (queued.length === 0) return new Map();
  const rows = await tx.query(
    waitingFor(
      workspace,
      queued.map(targetOf),
      queued.map(({ channel }) => channel),
      queued.map(({ event }) => event),
    ),
  );
  return new Map(rows.map(({ id, target, channel, event }) => [keyOf(target, channel, event), id]));
}

export const addLines = statement(
  { message: uuid },
  ({ system }, notices: readonly string[], channels: readonly string[], messages: readonly string[]) =>
    sql`insert into ${system("message_line")} (notification, channel, message)
select * from unnest(${notices}::uuid[], ${channels}::text[], ${messages}::uuid[]) on conflict do nothing returning message`,
);

type Queued = Pick<Placed, "id" | "channel" | "event" | "dueAt" | "person" | "robot">;
export const queueMessages = command(
  ({ system }, queued: readonly Queued[], now: string) =>
    sql`insert into ${system("message_queue")} (id, channel, target, event, first_at, due_at)
select id, channel, target, event, ${now}, due from unnest(${queued.map(({ id }) => id)}::uuid[], ${queued.map(({ channel }) => channel)}::text[], ${queued.map(({ person, robot }) => robot ?? person)}::uuid[], ${queued.map(({ event }) => event)}::text[], ${queued.map(({ dueAt }) => dueAt ?? afterSeconds(now, NEXT_WITHIN))}::timestamptz[]) as q(id, channel, target, event, due)`,
);
export const lengthen = command(
  ({ system }, queued: readonly Queued[], now: string) =>
    sql`update ${system("message_queue")} q set due_at = coalesce(w.due, least(${now}::timestamptz + make_interval(secs => ${NEXT_WITHIN}), q.first_at + make_interval(secs => ${ALL_WITHIN})))
from unnest(${queued.map(({ id }) => id)}::uuid[], ${queued.map(({ dueAt }) => dueAt)}::timestamptz[]) as w(id, due) where q.id = w.id`,
);

async function makeRecords(
  tx: Transaction,
  context: Context,
  made: readonly Placed[],
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  if (made.length === 0) return;
  const field = context.catalog.object(message.name)?.byName["regarding"];
  const operations = made.map(({ id, channel, person, robot, event, to, status, why, regarding }) =>
    creating(
      message,
      {
        event,
        channel,
        person,
        robot,
        to,
        status,
        why,
        tries: 0,
        lines: counts.get(id) ?? 0,
        ...(status === "sent" ? { sent_at: context.now } : {}),
        ...(regarding && field?.kind === "link" && field.targets.includes(regarding.object)
          ? { regarding }
          : {}),
      },
      { id },
    ),
  );
  const { saved, results } = await saveIn(tx, asProgram(context, "messages are written by the program"), {
    operations,
    road: "rule",
    mode: "all",
  });
  const failed = results.find((result) => !result.ok);
  if (!saved)
    throw new SubscriberError(
      "message_refused",
      label("消息未能写入", "A message could not be written"),
      failed && !failed.ok ? failed.refusal.code : "",
    );
}

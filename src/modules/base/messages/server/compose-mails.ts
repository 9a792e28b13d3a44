import { type Context, statement } from "../../../../engine/public.ts";
import { bytea, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { type Label, textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import { loadPerson, type Person } from "../../identity/public.ts";
import { noticeKinds, sayNotices } from "../../notifications/public.ts";
import type { MessageReason } from "../shared/message-options.ts";
import { messagesMessages } from "../shared/messages.messages.ts";
import type { Claimed } from "./claim-messages.ts";
import { DIGEST } from "./message-kinds.ts";
import { openContent } from "./mail-content.ts";
import { linkLines } from "./link-lines.ts";
import { layOut, type MailLine } from "./mail-layout.ts";
import { readNotices, type StoredNotice, toSay } from "./read-notices.ts";

/** A message as it goes out, or why it does not. */
export type Composed =
  | { readonly claimed: Claimed; readonly to: string | null; readonly why: MessageReason }
  | {
      readonly claimed: Claimed;
      readonly why: null;
      readonly to: string;
      readonly lines: number;
      readonly subject: string;
      readonly text: string;
      readonly html: string;
    };

export const linesOf = statement(
  { message: uuid, notification: uuid },
  ({ system }, messages: readonly string[]) =>
    sql`select message, notification from ${system("message_line")} where message = any(${messages}::uuid[])`,
);
export const contentsOf = statement(
  { message: uuid, content: bytea },
  ({ system }, messages: readonly string[]) =>
    sql`select message, content from ${system("message_content")} where message = any(${messages}::uuid[])`,
);

/** Puts messages into words, each in its reader's language and with the reader's rights as they are now. */
export async function composeMails(
  context: Context,
  claimed: readonly Claimed[],
  site: string | null,
): Promise<readonly Composed[]> {
  const { db, workspace } = context;
  const ids = claimed.map(({ id }) => id);
  const contents = new Map(
    (await db.query(contentsOf(workspace, ids))).map(({ message, content }) => [message, content]),
  );
  const lines = await db.query(linesOf(workspace, ids));
  const notices = await readNotices(
    context,
    lines.map(({ notification }) => notification),
  );
  const placeOf = new Map(lines.map(({ notification, message }) => [notification, message]));
  const people = new Map<string, Person | null>();
  const composed: Composed[] = [];
  for (const one of claimed) {
    const sealed = contents.get(one.id);
    if (sealed) {
      composed.push({ claimed: one, ...openContent(context, one.id, sealed) });
      continue;
    }
    const target = one.target ?? "";
    if (!people.has(target)) people.set(target, await loadPerson(db, workspace, target));
    const mine = notices.filter(({ id }) => placeOf.get(id) === one.id);
    composed.push(await composeFor(context, one, people.get(target) ?? null, mine, site));
  }
  return composed;
}

/** Nobody reads on. */
const MOST_LINES = 100;

async function composeFor(
  context: Context,
  claimed: Claimed,
  person: Person | null,
  notices: readonly StoredNotice[],
  site: string | null,
): Promise<Composed> {
  if (!person) return { claimed, to: null, why: "gone" };
  const to = person.email;
  if (!to) return { claimed, to: null, why: "no_address" };
  if (notices.length === 0) return { claimed, to, why: "nothing_left" };
  const { idempotency: _key, ...rest } = context;
  const language = person.language ?? context.company.language;
  const reading: Context = { ...rest, principal: person.principal, language };
  const said = await sayNotices(reading, notices.map(toSay));
  const about = new Set(notices.filter((notice) => notice.about !== null).map(({ id }) => id));
  // Of a record that they may not see, people are told nothing.
  const seen = said.filter(({ id, regarding }) => regarding !== null || !about.has(id));
  if (seen.length === 0) return { claimed, to, why: "no_sight" };
  // A digest tells what belongs together in one place.
  const inOrder = seen.toSorted((one, other) => (one.kind < other.kind ? -1 : one.kind > other.kind ? 1 : 0));
  const shown = inOrder.slice(0, MOST_LINES).map(({ text, regarding }): MailLine => ({
    text,
    url: site && (regarding ? `${site}/records/${regarding.object}/${regarding.id}` : site),
  }));
  const kind = noticeKinds.read(context.hooks).get(claimed.event);
  const isOne = seen.length === 1;
  const hidden = seen.length - shown.length;
  const isDigest = claimed.event === DIGEST;
  const called = textOf(kind?.label, language, claimed.event);
  const subject = isDigest
    ? say(messagesMessages.digestSubject, language, { count: seen.length })
    : isOne
      ? (seen[0]?.text ?? called)
      : say(messagesMessages.several, language, { label: called, count: seen.length });
  const laid = layOut({
    language,
    ...(isOne && !isDigest ? {} : { lead: subject }),
    lines: [
      ...shown,
      ...(await linkLines(reading, person.principal.id ?? "", notices, seen.slice(0, MOST_LINES), site)),
      ...(hidden > 0 ? [{ text: say(messagesMessages.more, language, { count: hidden }), url: site }] : []),
    ],
    foot: footOf(reading, site, isDigest ? messagesMessages.digestWhy : kind?.why),
  });
  return { claimed, why: null, to, lines: seen.length, subject: oneLine(subject), ...laid };
}

function footOf({ language, company }: Context, site: string | null, why: Label | undefined) {
  const because = textOf(why ?? messagesMessages.whyConcerned, language);
  return [
    say(messagesMessages.why, language, { why: because }),
    ...(site
      ? [{ text: say(messagesMessages.change, language), url: `${site}/settings/notifications` }]
      : []),
    ...(company.name ? [say(messagesMessages.sentBy, language, { company: company.name })] : []),
  ];
}

const LONGEST_SUBJECT = 150;
const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST_SUBJECT ? line : `${line.slice(0, LONGEST_SUBJECT - 1)}…`;
};

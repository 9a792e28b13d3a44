import { type Context, asProgram, creating, saveIn, statement } from "../../../../engine/public.ts";
import { uuid, word } from "../../../../platform/db/columns.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Language } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { MessageReason, MessageStatus } from "../shared/message-options.ts";
import { messagesMessages } from "../shared/messages.messages.ts";
import { layOut } from "./mail-layout.ts";
import { mailRoad } from "./mail-settings.ts";
import { storeContent } from "./mail-content.ts";
import { message } from "./message.object.ts";
import { type MailKind, messageKinds } from "./message-kinds.ts";
import { queueMessages } from "./write-messages.ts";
import { refusedWords } from "./refused-addresses.ts";

/** A mail that a module sends by itself, to a colleague or to somebody outside. */
export interface OwnMail {
  readonly kind: MailKind;
  /** Names it among all of its kind: asked for again under the same key, nothing is sent again. */
  readonly key: string;
  readonly to: string;
  /** The colleague whom it is for, if it is one. */
  readonly person?: string | null;
  readonly language: Language;
  readonly subject: string;
  /** What it says, as text; its line breaks are kept. */
  readonly text: string;
  readonly button?: { readonly label: string; readonly url: string };
  readonly regarding?: { readonly object: string; readonly id: string } | null;
}
export interface Mailed {
  readonly message: string;
  readonly status: MessageStatus;
  /** Why it is not sent, e.g. `no_server`: whoever asked can say so. */
  readonly why: MessageReason | null;
}

export const mailOfKey = statement(
  { id: uuid, status: word<MessageStatus>() },
  ({ record }, key: string) =>
    sql`select id, coalesce(status, 'queued') as status from ${record("message")} where source_system = ${SOURCE} and external_id = ${key} and deleted_at is null`,
);
const SOURCE = "messages";

/**
 * Puts a mail into the queue, in a transaction of the caller's: it is there when what it tells of is there. What
 * it says is sealed until it is sent and removed then. No address of a page or code of it stands in a record.
 * @example await db.transaction((tx) => mailTo(tx, context, { kind: linkMail, key: link.id, to, language, subject, text, button: { label, url } }))
 */
export async function mailTo(tx: Transaction, context: Context, mail: OwnMail): Promise<Mailed> {
  const { kind, key, to, person = null, language, subject, text, button, regarding = null } = mail;
  if (!messageKinds.read(context.hooks).has(kind.name))
    throw new Error(`no module contributes mails of the kind ${kind.name}`);
  const external = `${kind.name}:${key}`;
  const [before] = await tx.query(mailOfKey(context.workspace, external));
  if (before) return { message: before.id, status: before.status, why: null };
  const why = await whyNot(context, to);
  const status = why === null ? "queued" : "suppressed";
  const field = context.catalog.object(message.name)?.byName["regarding"];
  const isKnown = regarding && field?.kind === "link" && field.targets.includes(regarding.object);
  const { saved, results } = await saveIn(tx, asProgram(context, "messages are written by the program"), {
    operations: [
      creating(message, {
        event: kind.name,
        channel: "mail",
        person,
        to,
        status,
        why,
        tries: 0,
        lines: 1,
        ...(isKnown ? { regarding } : {}),
        source_system: SOURCE,
        external_id: external,
      }),
    ],
    road: "rule",
    mode: "all",
  });
  const [made] = results;
  if (!saved || !made?.ok) throw new Error(`the mail ${external} could not be written`);
  const foot = context.company.name
    ? [say(messagesMessages.sentBy, language, { company: context.company.name })]
    : [];
  const laid = layOut({ language, lead: text, lines: [], foot, ...(button ? { button } : {}) });
  await storeContent(tx, context, made.id, { to, subject, ...laid });
  const queued = {
    id: made.id,
    channel: "mail",
    robot: null,
    person: null,
    event: kind.name,
    dueAt: context.now,
  } as const;
  if (why === null) await tx.query(queueMessages(context.workspace, [queued], context.now));
  return { message: made.id, status, why };
}

/** Why nothing can be sent to this address now. */
export async function whyNot(context: Context, to: string): Promise<MessageReason | null> {
  if ((await mailRoad(context)) === null) return "no_server";
  return (await refusedWords(context, [to]))(to) === undefined ? null : "address_refused";
}

import { type Contribution, extensionPoint } from "../../../../engine/public.ts";
import { messagesMessages } from "../shared/messages.messages.ts";
import type { Label } from "../../../../shared/i18n/label.ts";

/** A kind of mail that is no notice: a link, a code. */
export interface MessageKind {
  /** What it is, in a word or two, on the page of messages. */
  readonly label: Label;
}
export type MailKind = Contribution<MessageKind>;

/** The kinds of mails that modules send by themselves. The module that sends them defines them. */
export const messageKinds = extensionPoint<MessageKind>("kinds of messages");

/** The event of a mail that gathers what somebody wants to know once a working day. */
export const DIGEST = "digest";
export const digestKind = messageKinds.define(DIGEST, { label: messagesMessages.digest });

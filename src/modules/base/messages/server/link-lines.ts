import type { Context } from "../../../../engine/public.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import { linkFor } from "../../links/public.ts";
import { noticeKinds } from "../../notifications/public.ts";
import { messagesMessages } from "../shared/messages.messages.ts";
import type { MailLine } from "./mail-layout.ts";
import type { StoredNotice } from "./read-notices.ts";

interface Said {
  readonly id?: string;
  readonly text: string;
}
/**
 * For each notice that can be answered without signing in, a line with a link of one use in the reader’s name.
 * Made when the mail is, so that nobody else ever holds its address.
 */
export async function linkLines(
  context: Context,
  person: string,
  notices: readonly StoredNotice[],
  said: readonly Said[],
  site: string | null,
): Promise<readonly MailLine[]> {
  if (site === null) return [];
  const kinds = noticeKinds.read(context.hooks);
  const lines: MailLine[] = [];
  for (const { id, text } of said) {
    const notice = notices.find((one) => one.id === id);
    const asked = notice && kinds.get(notice.kind ?? "")?.link?.(notice.params ?? {});
    if (!asked) continue;
    const { url } = await linkFor(context.db, context, { ...asked, person, origin: site });
    lines.push({ text: say(messagesMessages.byLink, context.language, { text }), url });
  }
  return lines;
}

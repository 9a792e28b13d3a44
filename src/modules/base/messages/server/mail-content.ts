import { type Context, command } from "../../../../engine/public.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { object, type Static, text } from "../../../../shared/wire/schema.ts";
import { openText, sealText } from "../../identity/public.ts";

const PURPOSE = "message content";
const Content = object({ to: text(), subject: text(), text: text(), html: text() });
/** A mail as it will go out. */
export type MailText = Readonly<Static<typeof Content>>;

export const keepContent = command(
  ({ system }, message: string, content: Buffer) =>
    sql`insert into ${system("message_content")} (message, content) values (${message}, ${content})`,
);

/** Keeps what a message says until it is sent; it may hold a link or a code, so it is sealed. */
export const storeContent = (
  db: Executor,
  { workspace, secret }: Context,
  id: string,
  content: MailText,
): Promise<unknown> =>
  db.query(keepContent(workspace, id, sealText(secret, PURPOSE, id, JSON.stringify(content))));

/** The mail that was sealed for this message; after a restore with another secret nothing is left of it. */
export function openContent({ secret }: Context, id: string, sealed: Buffer) {
  const opened = openText(secret, PURPOSE, id, sealed);
  const content: unknown = opened === null ? null : JSON.parse(opened);
  return fits(Content, content)
    ? ({ why: null, lines: 1, ...content } as const)
    : ({ why: "nothing_left", to: null } as const);
}

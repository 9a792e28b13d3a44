import { type Context, type Workspace, command, statement } from "../../../../engine/public.ts";
import { bytea, integer, orNull, type RowOf, text, word } from "../../../../platform/db/columns.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { MailSecurity, MailServer } from "../../../../platform/mail/mail.ts";
import { openText, sealText } from "../../identity/public.ts";
import type { MailPatch, MailSettings } from "../shared/mail.contract.ts";

const PURPOSE = "mail password";
const stored = {
  host: orNull(text),
  port: integer,
  security: word<MailSecurity>(),
  sign_in: orNull(text),
  password: orNull(bytea),
  sender: text,
  site: orNull(text),
};
type Stored = RowOf<typeof stored>;

export const mailSettings = statement(
  stored,
  ({ system }) =>
    sql`select host, port, security, sign_in, password, sender, site from ${system("mail_settings")}`,
);

/** What the program sends mails by, and as whom; null where there is no server. */
export interface MailRoad {
  readonly server: MailServer;
  readonly from: string;
}

async function readStored(db: Executor, workspace: Workspace): Promise<Stored> {
  const [row] = await db.query(mailSettings(workspace));
  if (!row) throw new Error("the settings of mail are gone");
  return row;
}

/** The company's mail server with its password, as it is now: another process may just have changed it. */
export async function mailRoad({ db, workspace, secret }: Context): Promise<MailRoad | null> {
  const { host, port, security, sign_in, password, sender } = await readStored(db, workspace);
  if (host === null) return null;
  return {
    server: {
      host,
      port,
      security,
      user: sign_in,
      password: password && openText(secret, PURPOSE, workspace.schema, password),
    },
    from: sender,
  };
}

export const hasMailServer = async ({ db, workspace }: Context): Promise<boolean> =>
  (await readStored(db, workspace)).host !== null;

/** Where the program is reached, without a slash at the end; null where nobody has said. */
export async function siteOf({ db, workspace }: Context): Promise<string | null> {
  const said = process.env["SLUICE_PUBLIC_URL"]?.replace(/\/$/, "");
  return said || (await readStored(db, workspace)).site;
}

export async function shownSettings(context: Context): Promise<MailSettings> {
  const { host, port, security, sign_in, password, sender } = await readStored(context.db, context.workspace);
  const site = await siteOf(context);
  return { host, port, security, user: sign_in, from: sender, password_kept: password !== null, site };
}

export const lockMailSettings = command(
  ({ system }) => sql`select 1 from ${system("mail_settings")} for update`,
);
export const keepMailSettings = command(
  ({ system }, { host, port, security, sign_in, password, sender, site }: Stored) =>
    sql`update ${system("mail_settings")} set host = ${host}, port = ${port}, security = ${security}, sign_in = ${sign_in}, password = ${password}, sender = ${sender}, site = ${site}`,
);

/** What the settings come to with a change. A password is for the server it was given for. */
export function changedBy({ workspace, secret }: Context, before: Stored, patch: MailPatch): Stored {
  const host = patch.host === undefined ? before.host : patch.host?.trim() || null;
  const isMoved = host !== before.host;
  const password =
    patch.password === undefined
      ? isMoved
        ? null
        : before.password
      : patch.password
        ? sealText(secret, PURPOSE, workspace.schema, patch.password)
        : null;
  return {
    host,
    port: patch.port ?? before.port,
    security: patch.security ?? before.security,
    sign_in: patch.user === undefined ? before.sign_in : patch.user || null,
    password,
    sender: patch.from?.trim() ?? before.sender,
    site: before.site,
  };
}
export { readStored as readMailSettings };
export type { Stored as StoredMail };

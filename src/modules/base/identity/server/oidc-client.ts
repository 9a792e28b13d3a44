import { type Context, command, statement } from "../../../../engine/public.ts";
import { bytea, orNull } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { createHash } from "node:crypto";
import {
  type Configuration,
  allowInsecureRequests,
  discovery,
  enableNonRepudiationChecks,
} from "openid-client";
import type { Executor } from "../../../../platform/db/database.ts";
import type { OidcSettings } from "../shared/security.contract.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { openText, sealText } from "./seal-text.ts";

const PURPOSE = "oidc client secret";
const SECONDS = 10;
const FRESH = 10 * 60_000;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether this may be an issuer: https, or http on this machine. */
export function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  return (
    !username &&
    !search &&
    !hash &&
    (protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname)))
  );
}

/** Keeps the client's secret sealed; null forgets it. */
export async function storeClientSecret(
  db: Executor,
  { workspace, secret }: Context,
  text: string | null,
): Promise<void> {
  const sealed = text === null ? null : sealText(secret, PURPOSE, workspace.schema, text);
  await db.query(storeSecret(workspace, sealed));
}
export const storeSecret = command(
  ({ system }, sealed: Buffer | null) => sql`update ${system("security")} set oidc_secret = ${sealed}`,
);
export const storedSecret = statement(
  { oidc_secret: orNull(bytea) },
  ({ system }) => sql`select oidc_secret from ${system("security")}`,
);
export async function clientSecret(db: Executor, { workspace, secret }: Context): Promise<string | null> {
  const [row] = await db.query(storedSecret(workspace));
  return row?.oidc_secret ? openText(secret, PURPOSE, workspace.schema, row.oidc_secret) : null;
}

interface Known {
  readonly at: number;
  readonly client: Configuration;
}
const known = new BoundedCache<Known>(100);

/**
 * Reads what the provider says of itself; throws when it cannot be reached or is another one. Signatures of
 * ID tokens are always checked.
 */
export async function oidcClient(
  { issuer, client_id: id }: OidcSettings,
  secret: string | null,
): Promise<Configuration> {
  const key = createHash("sha256")
    .update(JSON.stringify([issuer, id, secret]))
    .digest("base64");
  const found = known.get(key);
  if (found && Date.now() - found.at < FRESH) return found.client;
  const url = new URL(issuer);
  const execute = [enableNonRepudiationChecks, ...(url.protocol === "http:" ? [allowInsecureRequests] : [])];
  const client = await discovery(url, id, secret ?? undefined, undefined, { execute, timeout: SECONDS });
  known.set(key, { at: Date.now(), client });
  return client;
}

/** The address that the provider sends people back to. */
export const redirectUri = (request: { readonly protocol: string; readonly host: string }): string =>
  `${process.env["SLUICE_PUBLIC_URL"]?.replace(/\/$/, "") || `${request.protocol}://${request.host}`}/api/v1/session/oidc/callback`;

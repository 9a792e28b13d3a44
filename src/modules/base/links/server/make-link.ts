import type { Context } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { DAY_MS } from "../../../../shared/time/dates.ts";
import { newToken } from "../../identity/public.ts";
import { linkPurposes } from "./link-purposes.ts";
import { addLink } from "./link-statements.ts";

export interface AskedLink {
  readonly purpose: string;
  readonly object: string;
  readonly record: string;
  /** In whose name it acts. */
  readonly person?: string | undefined;
  readonly expires_at?: string | undefined;
  readonly max_uses?: number | undefined;
  /** Of this installation as people reach it; absent: as the settings say. */
  readonly origin?: string | undefined;
}
export interface MadeLink {
  readonly id: string;
  /** Shown once: only its digest is stored. */
  readonly url: string;
  readonly expires_at: string;
}

/**
 * A link for somebody who is told something, e.g. in a mail. It does not ask whether the caller may make it:
 * the endpoint does.
 * @example const { url } = await linkFor(tx, context, { purpose: "approval", object: "approval_request", record, person });
 */
export async function linkFor(
  db: Executor,
  context: Context,
  { purpose, object, record, person, expires_at: end, max_uses: most, origin }: AskedLink,
): Promise<MadeLink> {
  const { workspace, now, hooks, principal } = context;
  const days = linkPurposes.read(hooks).get(purpose)?.days ?? 1;
  const expires_at = end ?? new Date(Date.parse(now) + days * DAY_MS).toISOString();
  const { text, hash } = newToken("link", workspace.code);
  const [made] = await db.query(
    addLink(workspace, hash, {
      purpose,
      object,
      record,
      person: person ?? null,
      expires_at,
      max_uses: most ?? (person === undefined ? null : 1),
      made_by: principal.id,
    }),
  );
  if (!made) throw new Error("no link was made");
  return { id: made.id, url: `${origin ?? publicUrl()}/p/${text}`, expires_at };
}

/** As the settings say; empty where they do not: a path that the reader's own page completes. */
export const publicUrl = (): string => (process.env["SLUICE_PUBLIC_URL"] ?? "").replace(/\/$/, "");

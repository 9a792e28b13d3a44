import type { Context, Principal, Result } from "../../../../engine/public.ts";
import { accept, refuse } from "../../../../engine/public.ts";
import { hashToken, isNetworkAllowed, loadPrincipal, workspaceOfToken } from "../../identity/public.ts";
import { linkMessages } from "./links.messages.ts";
import { type LinkPurpose, linkPurposes } from "./link-purposes.ts";
import { type Link, linkOf } from "./link-statements.ts";

/** A link that works, with the context in which its purpose shows and acts. */
export interface OpenLink {
  readonly link: Link;
  /** Null: any number. */
  readonly usesLeft: number | null;
  readonly purpose: LinkPurpose;
  readonly context: Context;
}
/** What was tried: the link, where there is one, also where it has ended. */
export interface TriedLink {
  readonly link: Link | null;
  readonly opened: Result<OpenLink>;
}

/**
 * The link of a token, with the rights of its person as they are now. Unknown, ended, and of somebody who is
 * gone: the same refusal after the same statements as far as the link is known.
 */
export async function openLink(context: Context, token: string, ip: string): Promise<TriedLink> {
  const { db, workspace } = context;
  const isOurs = workspaceOfToken("link", token) === workspace.code;
  const [found] = isOurs ? await db.query(linkOf(workspace, hashToken(token))) : [];
  if (!found) return { link: null, opened: deadLink() };
  const { alive, uses_left: usesLeft, ...link } = found;
  const purpose = linkPurposes.read(context.hooks).get(link.purpose);
  if (!alive || !purpose) return { link, opened: deadLink() };
  // Whoever may not sign in from here does not act from here either.
  if (link.person !== null && !(await isNetworkAllowed(db, workspace, ip)))
    return { link, opened: denyLink(403, "network_not_allowed") };
  const acting = await actingBy(context, link);
  return { link, opened: acting ? accept({ link, usesLeft, purpose, context: acting }) : deadLink() };
}

/** The context of whoever acts by this link, read anew; null when the person is gone or deactivated. */
export async function actingBy(context: Context, { id, person }: Link): Promise<Context | null> {
  const { idempotency: _key, ...rest } = context;
  if (person === null) return { ...rest, principal: NOBODY };
  const credential = id === "" ? {} : { credential: id };
  const principal = await loadPrincipal(context.db, context.workspace, person, {
    kind: "link",
    ...credential,
  });
  return principal && { ...rest, principal };
}

/** A link in nobody's name: without any right but what its purpose takes. */
const NOBODY: Principal = { kind: "link", id: null, name: "", roles: [], departments: [], subtree: [] };

export const deadLink = (): Result<never> => denyLink(404, "not_found");
export const denyLink = (
  status: 403 | 404 | 422 | 429,
  code:
    | "not_found"
    | "proof_required"
    | "network_not_allowed"
    | "other_site"
    | "too_often"
    | "unknown_verb"
    | "comment_required",
): Result<never> => refuse({ status, code, text: linkMessages[code] });

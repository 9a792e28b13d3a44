import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../../../../engine/public.ts";
import { isOwnPage } from "../../../../platform/http/same-site.ts";
import { hashToken, workspaceOfToken } from "../../identity/public.ts";
import { type LinkPurpose, linkPurposes } from "./link-purposes.ts";
import { linkOf } from "./link-statements.ts";
import { publicUrl } from "./make-link.ts";

/** Whether the page behind this link may stand on other sites. No for a link that opens nothing. */
export async function mayStandElsewhere({ db, workspace, hooks }: Context, token: string): Promise<boolean> {
  if (workspaceOfToken("link", token) !== workspace.code) return false;
  const [link] = await db.query(linkOf(workspace, hashToken(token)));
  return link?.alive === true && linkPurposes.read(hooks).get(link.purpose)?.onOtherSites === true;
}

/** Lets a page of another site read the answer, where the purpose says so. */
export function answerOtherSites(reply: FastifyReply, purpose: LinkPurpose): void {
  if (purpose.onOtherSites) void reply.header("access-control-allow-origin", "*");
}

/** Whether this act comes from where it may: our own page, a program, or any page where the purpose says so. */
export const comesFromWhereItMay = (request: FastifyRequest, purpose: LinkPurpose): boolean =>
  purpose.onOtherSites === true || isOwnPage(request, publicUrl() || undefined);

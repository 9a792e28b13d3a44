import type { FastifyInstance, FastifyRequest } from "fastify";
import { sendPlainProblem } from "./plain-problem.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A browser sends our cookie along with what other sites make it send. So a write that carries a cookie must
 * come from our own pages, and one without a cookie must not come from another site either (it could sign the
 * person in as someone else). Programs send neither cookie nor Origin. Pages behind links heed no cookie, and
 * say by themselves whether other sites may show them.
 */
export function refuseOtherSites(app: FastifyInstance, publicUrl: string | undefined): void {
  app.addHook("onRequest", async (request, reply) => {
    if (READS.has(request.method) || request.url.startsWith("/api/public/")) return;
    if (!isOwnPage(request, publicUrl)) return sendPlainProblem(request, reply, 403);
  });
}

/** Whether the page that sends this is ours, as far as a browser says. */
export function isOwnPage(request: FastifyRequest, publicUrl: string | undefined): boolean {
  const { origin, cookie } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (origin !== undefined)
    return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === request.host);
  if (site !== undefined) return site === "same-origin" || site === "none";
  return cookie === undefined;
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { mayStandElsewhere } from "../../modules/base/links/public.ts";
import type { Engine } from "./engine.ts";

type OfToken = { readonly Params: { readonly token: string } };

/**
 * The pages behind links: a small program of their own, under a policy of their own. Another site shows one in
 * a frame, or asks its data, only where the link’s purpose says so.
 */
export function mountPublicPages(app: FastifyInstance, engine: Engine, webDirectory: string): void {
  const path = join(webDirectory, "public.html");
  const page = existsSync(path) ? readFileSync(path, "utf8") : null;
  const standsElsewhere = async (request: Parameters<Engine["contextOf"]>[0], token: string) =>
    mayStandElsewhere((await engine.contextOf(request)).context, token);
  if (page !== null)
    app.get<OfToken>("/p/:token", async (request, reply) => {
      const isFramed = await standsElsewhere(request, request.params.token);
      void (isFramed ? reply.removeHeader("x-frame-options") : reply.header("x-frame-options", "DENY"));
      return reply
        .header("content-security-policy", policy(isFramed))
        .header("referrer-policy", "no-referrer")
        .header("x-robots-tag", "noindex, nofollow")
        .header("cache-control", "no-store")
        .type("text/html; charset=utf-8")
        .send(page);
    });
  // A browser asks first before it sends JSON from another site.
  for (const asked of ["/api/public/:token", "/api/public/:token/act"])
    app.options<OfToken>(asked, async (request, reply) => {
      if (!(await standsElsewhere(request, request.params.token))) return reply.code(404).send();
      return reply
        .header("access-control-allow-origin", "*")
        .header("access-control-allow-methods", "GET, POST")
        .header("access-control-allow-headers", "content-type, accept-language")
        .header("access-control-max-age", "600")
        .code(204)
        .send();
    });
}

const policy = (isFramed: boolean): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${isFramed ? "*" : "'none'"}`,
  ].join("; ");

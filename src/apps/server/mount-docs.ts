import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Asked, docsPage } from "../../engine/api/docs/docs-page.ts";
import { openApi } from "../../engine/api/openapi.ts";
import type { Route } from "../../engine/api/route.ts";
import { buildCatalog, EMPTY_LAYER } from "../../engine/catalog/build-catalog.ts";
import type { Context } from "../../engine/kernel/context.ts";
import { isOutsider } from "../../engine/access/outsiders.ts";
import { elevate } from "../../engine/kernel/elevate.ts";
import type { Engine } from "./engine.ts";

/** Puts the description of the API on the server: for programs, and to be read. */
export function mountDocs(
  app: FastifyInstance,
  engine: Engine,
  routes: readonly Route[],
  version: string,
): void {
  app.get("/api/openapi.json", async (request, reply) => {
    const { context, signedIn } = await engine.contextOf(request);
    return reply
      .type("application/json")
      .send(
        openApi(signedIn && !isOutsider(context.principal) ? context : toStranger(context), routes, version),
      );
  });
  const docs = async (request: FastifyRequest, reply: FastifyReply, asked: Asked) => {
    const { context, signedIn } = await engine.contextOf(request);
    const page = docsPage(
      signedIn && !isOutsider(context.principal) ? context : toStranger(context),
      routes,
      asked,
    );
    return page === undefined
      ? reply.redirect("/api/docs")
      : reply.type("text/html; charset=utf-8").send(page);
  };
  app.get<{ Querystring: Asked }>("/api/docs", async (request, reply) =>
    docs(request, reply, { q: textIn(request.query.q) }),
  );
  app.get<{ Params: { group: string }; Querystring: Asked }>("/api/docs/:group", async (request, reply) =>
    docs(request, reply, { group: request.params.group, open: textIn(request.query.open) }),
  );
}
/** An address may name a thing several times. */
const textIn = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Somebody who is not signed in reads what the program ships, nothing of what this company made. */
const toStranger = (context: Context): Context => ({
  ...elevate(context, "what the program ships is no secret"),
  catalog: buildCatalog(context.catalog.version, context.shipped, EMPTY_LAYER),
});

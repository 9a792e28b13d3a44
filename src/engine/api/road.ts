import type { FastifyRequest } from "fastify";
import type { Road } from "../../shared/metadata/hooks.ts";

/** Which way a request came: the screen says so itself, everything else is the API. */
export function roadOf({ request }: { readonly request: FastifyRequest }): Road {
  const said = request.headers["x-sluice-road"];
  return said === "form" || said === "board" || said === "sync" ? said : "api";
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sendPlainProblem } from "./plain-problem.ts";

/** The page without a painted frame, for who comes without a session. */
const DOOR = "door.html";
const HASHED = /[/\\]assets[/\\]/;

/**
 * The built client: hashed files for ever, everything else asked for anew, and its page for every address
 * that is not the API's.
 */
export async function serveWeb(app: FastifyInstance, directory: string | undefined): Promise<void> {
  const built = directory !== undefined && existsSync(join(directory, "index.html"));
  const hasDoor = built && existsSync(join(directory, DOOR));
  if (built) {
    await app.register(fastifyStatic, {
      root: directory,
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) =>
        void reply.header(
          "cache-control",
          HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
        ),
    });
  }
  app.setNotFoundHandler((request, reply) =>
    built && isPage(request)
      ? reply.header("vary", "cookie").sendFile(pageFor(request, hasDoor))
      : sendPlainProblem(request, reply, 404),
  );
}

function isPage({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split("?")[0] ?? "";
  const isRead = method === "GET" || method === "HEAD";
  if (isRead && path === "/") return true;
  return isRead && !/^\/(api|assets)(\/|$)/.test(path) && (headers.accept ?? "").includes("text/html");
}

const pageFor = ({ headers }: FastifyRequest, hasDoor: boolean): string =>
  hasDoor && !/(?:^|;\s*)\w+_session=/.test(headers.cookie ?? "") ? DOOR : "index.html";

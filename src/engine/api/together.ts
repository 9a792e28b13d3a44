import type { FastifyRequest } from "fastify";
import type { Route } from "./route.ts";

/** Marks a question that came with others (`reads-routes.ts`). */
export const TOGETHER = "x-sluice-together";

/** Files and streams are no part of an answer: they are asked for by themselves. */
export const isApart = ({ headers }: FastifyRequest, { answer }: Route): boolean =>
  headers[TOGETHER] !== undefined && typeof answer === "string";

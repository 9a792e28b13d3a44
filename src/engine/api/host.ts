import type { FastifyRequest } from "fastify";
import type { Bounds, Executor } from "../../platform/db/database.ts";
import type { Who } from "./known-callers.ts";

/** What the edge asks of the program around it: who is calling, in which workspace. */
export interface Host {
  /**
   * `signedIn` is false for nobody; then only open routes answer. `isElsewhere`: known, but not allowed from
   * this network. Reading it is the request's first statement, asked of `asking`. Gives back `guess` itself
   * where that is who it is, under the same versions of rights and definitions.
   */
  contextOf(request: FastifyRequest, asking?: Executor, guess?: Who): Promise<Who>;
  /** What reads that can wait a moment are asked of. */
  readonly replica?: { bounded(bounds: Bounds): Executor };
}

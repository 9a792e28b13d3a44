import type { Executor } from "../../platform/db/database.ts";
import type { Context } from "../kernel/context.ts";
import type { Params } from "../kernel/params.ts";

/** One statement in the making: who reads, as of when, and where its values go. */
export interface Reading {
  readonly context: Context;
  readonly params: Params;
  /** ISO UTC; absent: now. */
  readonly asOf?: string;
  /** "object.formula" of the formulas being compiled, so that a cycle is found. */
  readonly formulas?: readonly string[];
}

/** Where questions about records are asked. */
export const replicaOrPrimary = ({ db, replica }: Context): Executor => replica ?? db;

import type { Context } from "../../../../engine/context.ts";
import type { JobKind } from "../../../../engine/jobs/job-kind.ts";

/** Undefined where no module of the program brings it any more. */
export const kindOf = ({ hooks }: Context, name: string): JobKind | undefined =>
  hooks.kinds?.find((kind) => kind.name === name);

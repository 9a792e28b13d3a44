import type { Context, JobKind } from "../../../../engine/public.ts";

/** Undefined where no module of the program brings it any more. */
export const kindOf = ({ hooks }: Context, name: string): JobKind | undefined =>
  hooks.kinds?.find((kind) => kind.name === name);

import "./formats.ts";
import type { Static, TSchema } from "@sinclair/typebox";
import { Check } from "@sinclair/typebox/value";

/** Whether a value that came from outside is as the schema has it; `readShape` says why it is not. */
export const fits = <T extends TSchema>(schema: T, value: unknown): value is Static<T> =>
  Check(schema, value);

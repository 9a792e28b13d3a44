import { Type } from "@sinclair/typebox";
import type { WireValue } from "../../../shared/metadata/object.ts";
import { Meet } from "../shared/moves.contract.ts";

/** A move as it waits in a request: read again when the consent comes. */
export const IntentBody = Type.Object({
  to: Type.String(),
  from: Type.Optional(Type.String()),
  values: Type.Optional(Type.Record(Type.String(), Type.Unsafe<WireValue>(Type.Unknown()))),
  meet: Type.Optional(Meet),
  reason: Type.Optional(Type.String()),
  open_tasks: Type.Optional(Type.Union([Type.Literal("finish"), Type.Literal("keep")])),
  override: Type.Optional(Type.Object({ reason: Type.String(), until: Type.Optional(Type.String()) })),
});

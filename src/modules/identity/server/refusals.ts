import type { Static, TSchema } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { accept, refuse, type Refusal, type Result } from "../../../engine/refusal.ts";
import type { MessageParams } from "../../../shared/i18n/messages.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import { identityMessages } from "../shared/messages.ts";

type Code = keyof typeof identityMessages;
type Refused = ReturnType<typeof refuse>;

/** `deny(404, "not_found")` */
export const deny = (status: Refusal["status"], code: Code, params: MessageParams = {}): Refused =>
  refuse({ status, code, text: identityMessages[code], params });

/** A 422 with its reasons by field. */
export const denyWith = (code: Code, reasons: readonly Reason[]): Refused =>
  refuse({ status: 422, code, text: identityMessages[code], reasons });

/**
 * The body as its schema says; the edge has checked it already, so this only fails for a route without one.
 */
export function bodyOf<S extends TSchema>(schema: S, body: unknown): Result<Static<S>> {
  return Value.Check(schema, body) ? accept(body) : deny(400, "malformed");
}

import { type Refusal, refuse } from "../../../../engine/public.ts";
import type { MessageParams } from "../../../../shared/i18n/messages.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { identityMessages } from "../shared/messages.ts";

type Code = keyof typeof identityMessages;
type Refused = ReturnType<typeof refuse>;

/** `deny(404, "not_found")` */
export const deny = (status: Refusal["status"], code: Code, params: MessageParams = {}): Refused =>
  refuse({ status, code, text: identityMessages[code], params });

/** A 422 with its reasons by field. */
export const denyWith = (code: Code, reasons: readonly Reason[]): Refused =>
  refuse({ status: 422, code, text: identityMessages[code], reasons });

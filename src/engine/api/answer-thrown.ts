import { CallerGone, ReadTooLong, TooManyAtOnce } from "../../platform/db/bounded.ts";
import { KeyInUse } from "../record/idempotency.ts";
import { refuse, type Result } from "../kernel/refusal.ts";
import { apiMessages } from "./messages.ts";

/** Expected collisions become answers; everything else is the server's error handler's. */
export function onThrow(error: unknown): Result<unknown> {
  if (error instanceof KeyInUse)
    return refuse({
      status: 409,
      code: "key_in_use",
      text: apiMessages.key_in_use,
      extra: { retry_after: 1 },
    });
  if (error instanceof ReadTooLong)
    return refuse({
      status: 422,
      code: "read_too_long",
      text: apiMessages.read_too_long,
      params: { seconds: Math.round(error.longest / 1000) },
    });
  if (error instanceof TooManyAtOnce)
    return refuse({
      status: 429,
      code: "too_many_at_once",
      text: apiMessages.too_many_at_once,
      extra: { retry_after: 2 },
    });
  // Nobody hears it.
  if (error instanceof CallerGone)
    return refuse({ status: 422, code: "caller_gone", text: apiMessages.caller_gone });
  throw error;
}

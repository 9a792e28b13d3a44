import type { Label } from "../../shared/i18n/label.ts";
import type { MessageParams } from "../../shared/i18n/messages.ts";
import type { Reason } from "../../shared/metadata/reason.ts";

/** An expected failure, as a value. The edge turns it into a problem document in the caller's language. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 416 | 422 | 428 | 429 | 502 | 507;
  readonly code: string;
  readonly text: Label;
  readonly params?: MessageParams;
  readonly reasons: readonly Reason[];
  /** Further members of the problem document, e.g. the current record of a conflict. */
  readonly extra?: Readonly<Record<string, unknown>>;
}
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const accept = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (
  refusal: Omit<Refusal, "reasons"> & { reasons?: readonly Reason[] },
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { reasons: [], ...refusal },
});

import { type Context, type Result, extensionPoint } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { Consent, Intent } from "../shared/approval.ts";
import type { ApprovalCardData } from "../shared/approval.contract.ts";
import type { RequestRow } from "./read-requests.ts";

/**
 * Does what was asked for, as the person who asked, with the day's facts. A refusal sends the request back
 * with its reasons.
 */
export type CarryOut = (
  tx: Transaction,
  context: Context,
  about: {
    readonly object: string;
    readonly id: string;
    readonly intent: Intent;
    readonly consents: readonly Consent[];
    readonly request: string;
    readonly supplied: Values | null;
  },
) => Promise<Result<unknown>>;
/** What each of many requests is about, as this caller may see it; set-wise. By request. */
export type ShowCards = (
  context: Context,
  requests: readonly RequestRow[],
) => Promise<ReadonlyMap<string, ApprovalCardData>>;

/** What consents carry out, by the name that stands in a request. Later modules add to it. */
export const carriedOut = extensionPoint<{ readonly carryOut: CarryOut; readonly show: ShowCards }>(
  "what consents carry out",
);

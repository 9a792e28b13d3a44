import { type Context, type Result, extensionPoint, objectRegistries } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { type Label, label } from "../../../../shared/i18n/label.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
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

/** What a consent sets off. */
export interface CarriedOut {
  readonly label: Label;
  /** The objects whose records it is about. */
  readonly applies: (object: CatalogObject) => boolean;
  readonly carryOut: CarryOut;
  readonly show: ShowCards;
}
/** What consents carry out, by the name that stands in a request. Later modules add to it. */
export const carriedOut = extensionPoint<CarriedOut>("what consents carry out");

/** The same on the page of what runs on an object. */
export const listedConsents = objectRegistries.define("consents", {
  label: label("审批通过后执行", "Carried out once approved"),
  entries: ({ hooks }, object) =>
    [...carriedOut.read(hooks)]
      .filter(([, one]) => one.applies(object))
      .map(([name, one]) => ({ name, label: one.label })),
});

import type { Context, Refusal, RefusedRecord } from "../../../../engine/public.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { handoverScreenMessages } from "../shared/messages.ts";
import type { HandoverPlan } from "../shared/handover.contract.ts";

/** Whose work changes hands, and how. */
export interface Leaving {
  readonly job: string;
  readonly user: string;
  readonly manager: string | null;
  readonly plan: HandoverPlan;
}
interface Taken {
  readonly done: number;
  readonly refused: readonly RefusedRecord[];
}
/** One thing that hangs on a person. */
export interface Step {
  readonly name: string;
  /** Hands over up to `size` of them; null when none is left. */
  take(tx: Transaction, context: Context, size: number): Promise<Taken | null>;
  /** The next one stays where it is. */
  skip?(tx: Transaction, context: Context, refusal: Refusal): Promise<Taken | null>;
}

/** At most so many records in one transaction: each may bring others along. */
export const MOST = 200;

/** What the log says of the writes. */
export const causeOf = ({ job }: Leaving, { language }: Context) => ({
  object: "job",
  id: job,
  note: handoverScreenMessages.cause[language],
});

import type { Refusal } from "./refusal.ts";

/** Another process has gone on with this job. */
export class Superseded extends Error {}

/** Thrown within a batch: the job cannot go on and fails with these words. What was done before stays. */
export class JobFailed extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

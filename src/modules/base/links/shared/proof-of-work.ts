import { object, type Static, text, whole } from "../../../../shared/wire/schema.ts";

/**
 * A puzzle that costs a browser a moment and whoever sends thousands a lot: the number whose digest behind the
 * salt is the challenge (the format of ALTCHA). No third party is asked.
 */
export const ProofOfWork = object({
  algorithm: text(),
  salt: text(),
  challenge: text(),
  /** The number is below it. */
  max: whole(),
});
export type ProofOfWork = Static<typeof ProofOfWork>;

export const Proof = object({
  salt: text({ maxLength: 100 }),
  challenge: text({ maxLength: 64 }),
  number: whole({ minimum: 0, maximum: 10_000_000 }),
});
export type Proof = Static<typeof Proof>;

import { createHash } from "node:crypto";

/**
 * The SHA-256 of a file up to a place that is known only when later bytes have been given already. What lies
 * behind the place is held, so whoever gives bytes must not be far ahead of it.
 */
export class DigestUpTo {
  readonly #digest = createHash("sha256");
  readonly #waiting: Buffer[] = [];
  #at = 0;

  give(chunk: Buffer): void {
    this.#waiting.push(chunk);
  }

  /** Further along only; what has not been given yet is not counted. */
  moveTo(place: number): void {
    for (let first = this.#waiting[0]; first && this.#at < place; first = this.#waiting[0]) {
      const taken = first.subarray(0, place - this.#at);
      this.#digest.update(taken);
      this.#at += taken.length;
      if (taken.length === first.length) this.#waiting.shift();
      else this.#waiting[0] = first.subarray(taken.length);
    }
  }

  hex(): string {
    return this.#digest.copy().digest("hex");
  }
}

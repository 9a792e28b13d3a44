import { dateOf } from "./deal-moment.ts";
import type { DealVersion } from "./deal-rows.ts";

/** Where each deal stands, packed: a million of them are kept at once. */
export class DealStates {
  readonly current: (DealVersion | undefined)[];
  readonly chance: Uint32Array;
  readonly left: Uint8Array;
  /**
   * Place of the stage, the one before it (one more than its place), of the owner and of who brought the deal
   * into its stage.
   */
  readonly stage: Uint8Array;
  /** Stages that each deal has passed, one bit each. */
  readonly passed: Uint8Array;
  readonly previous: Uint8Array;
  readonly owner: Uint16Array;
  readonly enteredBy: Uint16Array;
  readonly entered: Float64Array;
  readonly closes: Int32Array;

  constructor(count: number, left: Uint8Array, seed: number) {
    this.current = Array.from({ length: count });
    this.left = Uint8Array.from(left);
    this.chance = Uint32Array.from(
      { length: count },
      (_, deal) => (seed ^ Math.imul(deal + 1, 0x9e3779b1)) >>> 0,
    );
    this.stage = new Uint8Array(count);
    this.passed = new Uint8Array(count);
    this.previous = new Uint8Array(count);
    this.owner = new Uint16Array(count);
    this.enteredBy = new Uint16Array(count);
    this.entered = new Float64Array(count);
    this.closes = new Int32Array(count);
  }

  closeOn(deal: number, day: number): string {
    this.closes[deal] = day;
    return dateOf(day);
  }
}

/** Chance in 32 bits of state, so that a million deals can each have their own. */
export class Chance {
  state: number;
  constructor(seed: number) {
    this.state = seed | 0;
  }
  /** At least 0, below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }
  /** Waiting times: most short, some long. */
  exponential(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }
  skewed(median: number, spread: number): number {
    return (
      median *
      Math.exp(spread * Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next()))
    );
  }
}

/**
 * Places 0…count-1, a few of them asked for again and again: the k-th with weight 1/(k+shift)^steepness
 * (Zipf).
 */
export function zipf(count: number, steepness: number, shift: number): (chance: Chance) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let at = 0; at < count; at += 1) sums[at] = sum += 1 / (at + 1 + shift) ** steepness;
  return (chance) => {
    const wanted = chance.next() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const HEX = Array.from({ length: 65536 }, (_, value) => value.toString(16).padStart(4, "0"));
const hex = (value: number): string => HEX[value & 0xffff] ?? "0000";
/** An id as the program makes them (UUIDv7): by moment, then by chance. */
export function idAt(ms: number, chance: Chance): string {
  const high = Math.floor(ms / 65536);
  const [a, b, c] = [chance.next() * 4294967296, chance.next() * 4294967296, chance.next() * 65536];
  return `${hex(high >>> 16)}${hex(high)}-${hex(ms % 65536)}-${hex(0x7000 | (a & 0xfff))}-${hex(0x8000 | ((a >>> 12) & 0x3fff))}-${hex(b)}${hex(b >>> 16)}${hex(c)}`;
}

/**
 * A set of texts kept as 53-bit hashes: some 40 bytes each. A false "has" is possible and must do no harm to
 * its user.
 */
export class KeySet {
  readonly #keys = new Set<number>();
  add(text: string): void {
    this.#keys.add(hash(text));
  }
  has(text: string): boolean {
    return this.#keys.has(hash(text));
  }
}

/** cyrb53: two rounds of 32 bits. */
export function hash(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

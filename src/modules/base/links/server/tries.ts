/** Counts tries by a key within a window of time. Holds a bounded number of keys: the oldest go first. */
export class Tries {
  readonly #counted = new Map<string, { count: number; readonly until: number }>();

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
    private readonly keys = 20_000,
  ) {}

  /** Counts one; how many seconds to wait where that is one too many, else 0. */
  take(key: string, now = Date.now()): number {
    const known = this.#counted.get(key);
    if (known && known.until > now) {
      known.count += 1;
      return known.count > this.most ? Math.ceil((known.until - now) / 1000) : 0;
    }
    this.#counted.delete(key);
    this.#counted.set(key, { count: 1, until: now + this.windowMs });
    if (this.#counted.size > this.keys)
      for (const oldest of this.#counted.keys()) {
        this.#counted.delete(oldest);
        break;
      }
    return this.most < 1 ? Math.ceil(this.windowMs / 1000) : 0;
  }
}

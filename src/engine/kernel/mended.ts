/** What a comparison with the records themselves found. */
export interface Repaired {
  /** `account.open_amount`, or `search:account`. */
  readonly what: string;
  readonly checked: number;
  readonly wrong: number;
  /** Ids of the first that were wrong. */
  readonly examples: readonly string[];
  /** Why it could not be compared; absent: it was. */
  readonly failed?: string;
}

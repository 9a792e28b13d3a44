import type { ColumnPlan } from "./options.contract.ts";

export interface Suggestion extends ColumnPlan {
  readonly field: string;
  /** 0–1: how sure. Below 0.5 nothing is suggested. */
  readonly confidence: number;
}

/** What one column takes from the others. */
const keyOf = ({ field, part, by }: ColumnPlan): string =>
  `${field ?? ""}.${part ?? (by?.[0] === "id" ? "id" : "")}`;

/** What is suggested so far: one field is given to one column. */
export class Suggestions {
  readonly given: Record<string, Suggestion> = {};
  readonly #taken = new Set<string>();

  isTaken(plan: ColumnPlan): boolean {
    return this.#taken.has(keyOf(plan));
  }
  /** A field as a whole, or by the id of what it links to. */
  isFieldTaken(field: string): boolean {
    return this.#taken.has(`${field}.`) || this.#taken.has(`${field}.id`);
  }
  take(column: string, plan: ColumnPlan & { readonly field: string }, confidence: number): void {
    this.#taken.add(keyOf(plan));
    this.given[column] = { ...plan, confidence };
  }
}

import type Big from "big.js";
import type { Label } from "../i18n/label.ts";
import type { Moment, ValueType } from "./types.ts";
import { type Value, big, isBig } from "./values.ts";

/**
 * What an argument must be. `date` also takes a datetime (its date in the company's zone); `any` takes all;
 * `same` and `ordered` (number, date, datetime) share one type; `element` is what the list argument holds;
 * `unit` and `format` are literals.
 */
export type ArgumentType =
  | "text"
  | "number"
  | "date"
  | "datetime"
  | "list"
  | "any"
  | "same"
  | "ordered"
  | "element"
  | "unit"
  | "format";

/**
 * One function of the language: its types, its words, its meaning in memory. Its SQL stands in
 * `engine/query`.
 */
export interface FunctionEntry {
  readonly label: Label;
  readonly example: string;
  readonly args: readonly ArgumentType[];
  /** How many of the last arguments may be left out. */
  readonly optional?: number;
  /** Further arguments of this type. */
  readonly rest?: ArgumentType;
  /** `same`: the type that the `same` or `ordered` arguments share. */
  readonly returns: ValueType | "same";
  /** What a null argument makes of it: null (unless said), false for conditions, or it sees to it itself. */
  readonly nulls?: "false" | "own";
  /** Reads the moment or the actor. */
  readonly volatile?: boolean;
  readonly evaluate: (args: Arguments, moment: Moment) => Value;
}

/** Reads checked arguments by position; the checker has made sure of their types. */
export class Arguments {
  readonly values: readonly Value[];
  constructor(values: readonly Value[]) {
    this.values = values;
  }
  get count(): number {
    return this.values.length;
  }
  text(index: number): string {
    const value = this.values[index];
    return typeof value === "string" ? value : "";
  }
  number(index: number, absent = "0"): Big {
    const value = this.values[index];
    return isBig(value) ? value : big(absent);
  }
  /** The number without its fraction, kept within ± `most`. */
  whole(index: number, most: number, absent = "0"): number {
    const number = this.number(index, absent).round(0, 0);
    return number.gt(most) ? most : number.lt(-most) ? -most : Number(number.toFixed()) || 0;
  }
  moment(index: number): bigint {
    const value = this.values[index];
    return typeof value === "bigint" ? value : 0n;
  }
  list(index: number): readonly Value[] {
    const value = this.values[index];
    return Array.isArray(value) ? value : [];
  }
  numbers(): Big[] {
    return this.values.filter(isBig);
  }
}

import type { FieldKind } from "../metadata/field.ts";
import type { ClockLimits } from "./clock-limits.ts";
import type { WeekHours } from "../time/week-hours.ts";
import type { CatalogObject, Values, WireValue } from "../metadata/object.ts";

/**
 * What an expression can be of. `number` is exact (big.js in memory, numeric in SQL); money compares by
 * company amount; percent is the fraction.
 */
export type ValueType =
  | "text"
  | "number"
  | "boolean"
  | "date"
  | "datetime"
  | "duration"
  | "json"
  | "null"
  | ListType
  | LinkType;
export interface ListType {
  readonly list: "text" | "number" | "link" | "date" | "datetime";
}
export interface LinkType {
  readonly link: readonly string[];
}

/** Metadata an expression is checked against: objects by API name. */
export interface ExpressionSchema {
  object(name: string): CatalogObject | undefined;
  /** All objects, so that `related("活动")` finds one by its label and a wrong name gets a suggestion. */
  readonly objects?: ReadonlyMap<string, CatalogObject>;
}

/** A function of `related("activity", cond)`. */
export type RelatedFunction = "count" | "sum" | "min" | "max" | "avg" | "exists";

/** One typed node of the tree. Positions are code-unit offsets into the source. */
export type Node =
  | {
      readonly is: "literal";
      readonly type: ValueType;
      readonly value: string | number | boolean | null;
      readonly at: Span;
    }
  /**
   * A field of the record itself (`steps` of length 1) or reached through to-one links (`account.industry`).
   * Links of several targets are followed as `regarding.account.name`.
   */
  | { readonly is: "path"; readonly type: ValueType; readonly steps: readonly PathStep[]; readonly at: Span }
  | { readonly is: "variable"; readonly type: ValueType; readonly name: string; readonly at: Span }
  | {
      readonly is: "call";
      readonly type: ValueType;
      readonly name: string;
      readonly args: readonly Node[];
      readonly at: Span;
    }
  | {
      readonly is: "unary";
      readonly type: ValueType;
      readonly op: "!" | "-";
      readonly arg: Node;
      readonly at: Span;
    }
  | {
      readonly is: "binary";
      readonly type: ValueType;
      readonly op: BinaryOperator;
      readonly left: Node;
      readonly right: Node;
      readonly at: Span;
    }
  | {
      readonly is: "choose";
      readonly type: ValueType;
      readonly condition: Node;
      readonly yes: Node;
      readonly no: Node;
      readonly at: Span;
    }
  | { readonly is: "list"; readonly type: ListType; readonly items: readonly Node[]; readonly at: Span }
  /** `via` is the link of `object` that points at the record the expression is about. */
  | {
      readonly is: "related";
      readonly type: ValueType;
      readonly object: string;
      readonly via: string;
      readonly fn: RelatedFunction;
      readonly field?: string;
      readonly condition?: Node;
      readonly key: string;
      readonly at: Span;
    }
  /**
   * `arg` about the record as it stood at a moment that reads no record: false or null where it was not there
   * then. Only in conditions that the database answers.
   */
  | {
      readonly is: "asof";
      readonly type: ValueType;
      readonly moment: Node;
      readonly arg: Node;
      readonly at: Span;
    };

export type BinaryOperator =
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "&&"
  | "||"
  | "+"
  | "-"
  | "*"
  | "/"
  | "&"
  | "in";
export interface PathStep {
  /** The object that the field belongs to. */
  readonly object: string;
  readonly field: string;
  /** When followed by another step: the target object that is entered. */
  readonly target?: string;
  /** The link has several targets, so the path names the one entered (`regarding.account.name`). */
  readonly several?: boolean;
  /** A part of a compound field: amount|currency of money, province|city|district|detail of address. */
  readonly part?: string;
  /** The link goes on in this list: comparing it is asking whether any of all these records is meant. */
  readonly further?: string;
  /**
   * Kind of the field's value (of a formula: what it returns; of a roll-up: what it rolls up). The checker
   * always sets it; evaluation in memory needs it for money and percent.
   */
  readonly kind?: FieldKind;
}
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A checked expression. Immutable, may be cached by (catalog version, object, source). */
export interface Expression {
  readonly source: string;
  /** Canonical spelling: API names, canonical function names, `==`. */
  readonly text: string;
  readonly object: string;
  readonly type: ValueType;
  readonly node: Node;
  readonly references: References;
}
export interface References {
  /** Own fields read. */
  readonly fields: readonly string[];
  /** Dotted paths through links, e.g. "account.industry"; a compound part is not in it. */
  readonly paths: readonly string[];
  readonly related: readonly Extract<Node, { is: "related" }>[];
  /** Every (object, field) read, for rights. */
  readonly reads: readonly { readonly object: string; readonly field: string }[];
  /** Reads now(), today(), me(), or anything else of the context. */
  readonly volatile: boolean;
}

export interface ExpressionProblem {
  readonly code:
    | "syntax"
    | "unknown_name"
    | "unknown_function"
    | "wrong_type"
    | "wrong_arguments"
    | "too_large"
    | "not_allowed";
  readonly at: Span;
  readonly params: Readonly<Record<string, string | number>>;
  /** The nearest known name, when there is one. */
  readonly suggestion?: string;
}
export type Checked =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problem: ExpressionProblem };

export interface CheckOptions {
  readonly schema: ExpressionSchema;
  /** The object whose record the expression is about. */
  readonly object: string;
  /** Refuse any other result type. */
  readonly expects?: "boolean" | "number" | "text" | "date" | "datetime" | "any";
  /** Allows `asof("2026-06-30", …)`: for conditions that only the database answers (lists, reports). */
  readonly past?: boolean;
}

/** The world an expression is evaluated in. */
export interface Moment {
  /** ISO UTC. */
  readonly now: string;
  /** IANA zone of the company. */
  readonly zone: string;
  /** Id of the acting person, for me(). */
  readonly actor: string | null;
  /** Own departments of the acting person, for mydepartments(). */
  readonly departments?: readonly string[];
  /** Own departments and all below, for mysubtree(); absent: the own ones. */
  readonly subtree?: readonly string[];
  readonly calendar: WorkingCalendar;
  /** Limits of the clocks of every stage, for CLOCKLEVEL; absent: not known here. */
  readonly clocks?: ClockLimits | undefined;
}
export interface WorkingCalendar {
  /** Hours of the week; days by themselves are Monday to Friday, whatever the hours are. */
  readonly hours: WeekHours;
  /** Whether a day is worked that differs from its weekday; null: it does not differ. */
  exceptionOn(date: string): boolean | null;
  isWorkingDay(date: string): boolean;
  /** The date `days` working days after (or before, when negative) `date`. */
  add(date: string, days: number): string;
  /** Working days in (from, to]. */
  between(from: string, to: string): number;
}

/**
 * What evaluation in memory reads. Fields and paths in wire form (percent as points); related results as
 * expression values (percent as fraction).
 */
export interface Scope extends Moment {
  readonly record: Readonly<Values>;
  /**
   * Values of dotted paths, by path as in `References.paths` ("account.industry", "regarding.account.name"),
   * without a compound part; absent is null.
   */
  readonly linked?: Readonly<Record<string, WireValue>>;
  /** Values of related nodes, by key. */
  readonly related?: Readonly<Record<string, WireValue>>;
}

/**
 * What compiling to SQL needs from the engine. Every value goes through `param`; no text of the caller
 * reaches the SQL.
 */
export interface SqlScope extends Moment {
  /**
   * Adds a parameter and returns its place with a cast, e.g. `$3::numeric`. Arrays as `text[]`, `numeric[]`,
   * `uuid[]`, `date[]`, `timestamptz[]`.
   */
  param(value: string | number | boolean | null | readonly string[], type: SqlType): string;
  /**
   * SQL of a field of the row `alias` as an expression value: numeric for every number (percent already
   * divided by 100), company amount for money, text, boolean, date, timestamptz, uuid for links and for `id`,
   * text[] or uuid[] for lists. `null` of that type where the caller may not read it.
   */
  field(alias: string, step: PathStep): string;
  /**
   * A scalar subquery that enters the link `step` from `alias`: `inner` gets the alias of the target row.
   * Null where the target may not be read.
   */
  follow(alias: string, step: PathStep, inner: (alias: string) => string): string;
  /** A scalar subquery over related rows: `condition` gets the alias of the related row. */
  related(
    alias: string,
    node: Extract<Node, { is: "related" }>,
    condition: (alias: string) => string,
  ): string;
  /**
   * Whether any of these is there, each asked for by what it names: found before the rows, and not once for
   * each of them. Absent: each is asked by itself.
   */
  anyRelated?(
    alias: string,
    nodes: readonly Extract<Node, { is: "related" }>[],
    condition: (alias: string, node: Extract<Node, { is: "related" }>) => string,
  ): string;
  /**
   * A scalar subquery over the version of the row `alias` that held at `at` (ISO UTC); with `isCondition`
   * whether there is one for which `inner` holds.
   */
  asof(
    alias: string,
    at: string,
    inner: (alias: string, scope: SqlScope) => string,
    isCondition: boolean,
  ): string;
  /**
   * SQL of the acting person's departments at a moment of the past, as `uuid[]`, with `below` those under
   * them, too; absent: `departments` and `subtree` hold.
   */
  homes?(below: boolean): string;
}
export type SqlType =
  | "text"
  | "numeric"
  | "boolean"
  | "date"
  | "timestamptz"
  | "uuid"
  | "interval"
  | "text[]"
  | "numeric[]"
  | "uuid[]"
  | "date[]"
  | "timestamptz[]";

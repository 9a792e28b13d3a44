import type { LabelMap } from "../i18n/label.ts";
import type { LineAmounts } from "./line-amounts.ts";

/** Select options carry a typed status so that programs need not know names. */
export interface SelectOption {
  readonly name: string;
  readonly label: LabelMap;
  readonly color?: string;
  readonly status?: "open" | "active" | "done" | "won" | "lost" | "cancelled";
  readonly hidden?: boolean;
  /** The upper of two levels that it belongs to: options of one group are chosen and counted together. */
  readonly group?: LabelMap;
}

/** Options whose names stay known to the compiler. */
export const options = <const O extends readonly SelectOption[]>(list: O): O => list;

/**
 * An option that was taken away: what records of before show, and what takes its place when they come back
 * (`null`: nothing; absent: it had no records).
 */
export interface FormerOption {
  readonly name: string;
  readonly label: LabelMap;
  readonly to?: string | null;
}

/** What happens to a link when its target is deleted. */
export type OnDelete = "refuse" | "clear" | "cascade";

/** What each kind adds to the common properties. One entry here is one field kind. */
export interface FieldKinds {
  text: { max_length?: number; format?: "uscc" };
  long_text: { max_length?: number };
  rich_text: { max_length?: number };
  /** `ungrouped`: shown without thousands separators, as years and codes are. */
  integer: { min?: number; max?: number; ungrouped?: boolean };
  decimal: { scale?: number; min?: string; max?: string };
  money: { min?: string };
  /** Kept and sent as percent points ("20" is 20 %); in expressions its value is the fraction 0.2. */
  percent: { scale?: number; min?: string; max?: string };
  boolean: object;
  date: object;
  datetime: object;
  /** `former`: kept by the program. */
  select: { options: readonly SelectOption[]; former?: readonly FormerOption[] };
  multiselect: { options: readonly SelectOption[]; former?: readonly FormerOption[] };
  /** One or several target objects; several are stored as object + id and sent as {object, id}. `STAGED` stands for every object with a stage, `OWNED` for every one with owners, `SHARED` for every one whose records can be shared. `hierarchy`: see `isHierarchy`.
   *  `inverse` names the list of these records on the page of the target; with `timeline` what happens around them stands in the target's timeline, too. */
  link: {
    targets: readonly string[];
    on_delete?: OnDelete;
    inverse?: { label: LabelMap; timeline?: boolean };
    hierarchy?: boolean;
  };
  /** Several records of these objects in an order, each sent as {object, id}. With `lengthens` they go on where that link of the object ends: whatever follows the link follows these, too.
   *  Nothing holds a target back or goes with it; `inverse` as of a link. */
  links: {
    targets: readonly string[];
    lengthens?: string;
    max_count?: number;
    inverse?: { label: LabelMap; timeline?: boolean };
  };
  /**
   * Records of `object` whose link `via` points here; written with the parent. `order` names the whole number of
   * a line by which they stand; `amounts` makes the server work out what lines and parent come to.
   */
  children: { object: string; via: string; order?: string; amounts?: LineAmounts };
  /**
   * Many-to-many through `object`, whose link `via` points here and link `target` at the tag. Sent as a list
   * of ids.
   */
  tags: { object: string; via: string; target: string };
  person: { hierarchy?: boolean };
  department: { hierarchy?: boolean };
  phone: { region?: "mobile" | "any" };
  email: object;
  url: object;
  /** {province, city, district, detail, code}: names and the GB/T 2260 code of the lowest level given. */
  address: object;
  /**
   * `period` and `by_department`: counted anew in each. `gapless`: numbers come from the program alone, one
   * after the other without a gap; else they may be given, too, and counting goes on after the highest.
   */
  auto_number: {
    format: string;
    period?: "year" | "month" | "day";
    by_department?: boolean;
    gapless?: boolean;
  };
  /**
   * `returns` says the kind of the result, `options` the values that a text may have. Own record without
   * time: stored; else computed in the query.
   */
  formula: {
    expression: string;
    returns: "text" | "integer" | "decimal" | "money" | "percent" | "boolean" | "date" | "datetime";
    options?: readonly SelectOption[];
  };
  rollup: {
    object: string;
    via: string;
    fn: "count" | "sum" | "min" | "max" | "avg";
    field?: string;
    filter?: string;
  };
  /** A list of file ids. */
  file: { max_count?: number; document_types?: readonly string[] };
  image: { max_count?: number };
  /** {lat, lng, accuracy?, address?} */
  location: object;
  /** A signature drawn as a file: one file id. */
  signature: object;
  json: object;
  /** The stage of a pipeline; brings its companions (pipeline, stage_type, stage_entered_at, …). */
  stage: {
    /**
     * The stages of the object's pipelines, filled in when the catalog is loaded; never written in a
     * definition.
     */
    options?: readonly SelectOption[];
  };
}
export type FieldKind = keyof FieldKinds;

export interface FieldCommon {
  readonly label: LabelMap;
  readonly description?: LabelMap;
  readonly example?: string;
  readonly required?: boolean;
  /** No two live records have the same value, ignoring case and width. */
  readonly unique?: boolean;
  readonly indexed?: boolean;
  /** Written by the engine or a rule, never by a caller. */
  readonly computed?: boolean;
  /**
   * Fields of the same record that a rule works it out of: who may not read them does not read it, as with
   * formulas.
   */
  readonly worked_out_of?: readonly string[];
  /** Written once at creation, not changed afterwards. */
  readonly fixed?: boolean;
  /** Not offered on screens. */
  readonly internal?: boolean;
  /**
   * A change of this field neither raises the record's version nor stands in the log. Implied by `computed`
   * unless false is said.
   */
  readonly silent?: boolean;
  /** Read by those who have this ability alone, whatever their roles say of the field. */
  readonly ability?: string;
  /** What the program keeps for itself: nobody reads it, whatever roles grant. */
  readonly program_only?: boolean;
  /** Rules of the program go by it: a company may give it other words, not switch it off. */
  readonly needed?: boolean;
  readonly personal?: boolean;
  /**
   * Costs more to work out than the rest of the record together: answered only where it is asked for by name
   * (`fields`).
   */
  readonly on_request?: boolean;
  /** Found by the global search and by pinyin. */
  readonly searchable?: boolean;
  /** A literal in wire form, or {expression}. */
  readonly default?: unknown;
  /** When set, the field is required whenever the expression holds. */
  readonly required_if?: string;
  readonly visible_if?: string;
  /** How much of a line it takes in forms, on the page of a record and on paper; absent: as its kind does. */
  readonly width?: FieldWidth;
  /** Whether a new record asks for it at once (true) or under “more fields” (false); absent: by the usual rules. */
  readonly create_form?: boolean;
}
export const FIELD_WIDTHS = ["half", "full"] as const;
export type FieldWidth = (typeof FIELD_WIDTHS)[number];

/** A field as written in an object definition: its name is the key. */
export type FieldDefinition = {
  [K in FieldKind]: FieldCommon & { readonly kind: K } & Readonly<FieldKinds[K]>;
}[FieldKind];

/** A field as the running catalog knows it. */
export type Field = FieldDefinition & {
  readonly name: string;
  /** Made by an administrator (its name ends in `_c`). */
  readonly custom?: boolean;
  /** Of the engine: id, version, owner, department, created_at, … */
  readonly system?: boolean;
  /** Deleted, or switched off by the workspace: it keeps its column, and nobody reads or writes it. */
  readonly hidden?: boolean;
  /** Deleted so long ago that its columns are gone too; only the log still tells of it. */
  readonly dropped?: boolean;
  /** Of a shipped field: the properties that the workspace has changed. */
  readonly changed?: readonly string[];
  /** Required of people and programs only: what the program itself writes does not know of it. */
  readonly asked?: boolean;
  /** A formula over its own record without time: kept in a column. Set when the catalog is built. */
  readonly stored?: boolean;
  /**
   * What a roll-up's value is: a count is an integer, the latest of dates a date. Set when the catalog is
   * built.
   */
  readonly rolls?: FieldKind;
  /** What the amounts of a document are worked out of, also on its lines. Set when the catalog is built. */
  readonly reads?: readonly { readonly object: string; readonly field: string }[];
  /** The name of a record: lists sort it by a key of its own, pinyin for Chinese. Set when the catalog is built. */
  readonly by_name?: boolean;
};
export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;

/** Kinds that have no column of their own in the object's table. */
export const COLUMNLESS: readonly FieldKind[] = ["children", "tags", "rollup"];

/**
 * As a target of a link, alone or after others: all objects that have a stage field, also those made later.
 */
export const STAGED = "*staged";
/** As a target of a link: all objects whose records belong to an owner, also those made later. */
export const OWNED = "*owned";
/** As a target of a link: all objects whose single records can be shared, also those made later. */
export const SHARED = "*shared";

import type { Label, LabelMap } from "../i18n/label.ts";
import type { Field, FieldDefinition } from "./field.ts";

/**
 * How sight of a record is decided.
 * - `owner`: owner, department and role scopes
 * - `everyone`: all who may read the object (catalogues, people, departments)
 * - {parent}: as the record that this link points at; with `or_owner` also by its own owner and scopes
 * - {personal}: its owner's alone, whatever roles grant: `edit` lets everyone make, change and delete their
 *   own, `keep` leaves the making to the program, `read` all writing but deleting. Records in which
 *   `opened.field` has `opened.value` are read by everyone and changed also by those with `opened.ability`;
 *   with `shared` its owner may open single ones to others for reading, as records with owners are shared.
 */
export type SharingModel = "owner" | "everyone" | ParentSharing | PersonalSharing;
export interface ParentSharing {
  readonly parent: string;
  readonly or_owner?: boolean;
  /** What one may do follows from that record alone: no role need grant it. */
  readonly implied?: boolean;
  /** Its rows say in which stages that record stood: whoever may not read its stage reads none of them. */
  readonly tells_stage?: boolean;
}
export interface PersonalSharing {
  readonly personal: "edit" | "keep" | "read";
  readonly shared?: true;
  readonly opened?: { readonly field: string; readonly value: string; readonly ability: string };
}
export const personalOf = (sharing: SharingModel): PersonalSharing | undefined =>
  typeof sharing === "object" && "personal" in sharing ? sharing : undefined;
/** Its single records can be shared. */
export const isShareable = ({ sharing }: { readonly sharing: SharingModel }): boolean =>
  sharing === "owner" || personalOf(sharing)?.shared === true;
export const parentOf = (sharing: SharingModel): ParentSharing | undefined =>
  typeof sharing === "object" && "parent" in sharing ? sharing : undefined;

export interface UniqueRule {
  readonly fields: readonly string[];
  /** Ignore case and full/half width. */
  readonly fold?: boolean;
  /** Empty is a value as well, except in the last field: no two departments at the top may have one name. */
  readonly with_empty?: boolean;
}

export interface TimelineStream {
  /** The link to what a record hangs on. */
  readonly by: string;
  /** Further fields by which it concerns somebody. */
  readonly also?: readonly string[];
  /** The field that says when it happened; a record in which it is empty stands where it was made. */
  readonly at: string;
  /** Fields; a record in which one of them is filled is told elsewhere. */
  readonly unless?: readonly string[];
}

export interface FormSection {
  readonly label: LabelMap;
  readonly fields: readonly string[];
}

/** What a folder in `objects/` exports. Pure data. */
export interface ObjectDefinition {
  readonly name: string;
  readonly label: Label;
  readonly plural: Label;
  readonly icon?: string;
  /** Where the navigation shows it; absent: nowhere. */
  readonly area?: "today" | "leads" | "accounts" | "deals" | "catalog" | "work" | "settings";
  /** The text field that names a record. */
  readonly title: string;
  /**
   * A json field with its name by language, said instead of the title wherever people read; programs go by
   * the title.
   */
  readonly spoken_title?: string;
  readonly sharing: SharingModel;
  /**
   * Kept out of the public metadata lists and of admin edits (jobs, imports, pipelines …) but reachable by
   * API.
   */
  readonly internal?: boolean;
  /**
   * Read-only: rows of a ledger table that adds write, seen through the view `o_<name>` that a module's
   * migration makes. No history, no versions.
   */
  readonly ledger?: boolean;
  readonly fields: Readonly<Record<string, FieldDefinition>>;
  readonly unique?: readonly UniqueRule[];
  /** Quotes, contracts, invoices …: whoever changes one, or its lines, must say which version was seen. */
  readonly money_document?: boolean;
  /** The person field that hands a record to somebody without roles, and the fields that they see of it. */
  readonly handed_over?: { readonly to: string; readonly shows: readonly string[] };
  /** Its records stand in the timelines of the records that they hang on. */
  readonly timeline?: TimelineStream;
  readonly list: { readonly columns: readonly string[]; readonly sort: string };
  readonly sections?: readonly FormSection[];
}

/** An object as the running catalog knows it: definition + system fields + admin-made fields. */
export interface CatalogObject extends Omit<ObjectDefinition, "fields" | "label" | "plural"> {
  readonly label: LabelMap;
  readonly plural: LabelMap;
  readonly custom?: boolean;
  /** Of a shipped object: the properties that the workspace has changed. */
  readonly changed?: readonly string[];
  readonly order?: readonly string[];
  readonly fields: readonly Field[];
  readonly byName: Readonly<Record<string, Field>>;
  /** Name of its stage field, if it has one. */
  readonly stageField?: string;
}

/**
 * Keeps the type of the definition, so that `RecordOf<typeof opportunity>` (record-of.ts) knows its fields. A property that no field of that
 * kind has does not compile; all else is checked at start by `checkCatalog`.
 */
export const defineObject = <const D extends ObjectDefinition>(definition: D & Known<D>): D => definition;

/** The same definition with `never` for each property that is not known. */
type Known<D extends ObjectDefinition> = {
  readonly [P in keyof D]: P extends "fields"
    ? KnownFields<D["fields"]>
    : P extends keyof ObjectDefinition
      ? D[P]
      : never;
};
type KnownFields<F extends ObjectDefinition["fields"]> = {
  readonly [N in keyof F]: {
    readonly [P in keyof F[N]]: P extends PropertyOf<F[N]["kind"]> ? F[N][P] : never;
  };
};
type PropertyOf<K extends FieldDefinition["kind"]> = keyof Extract<FieldDefinition, { readonly kind: K }>;

/** A record or part of one in wire form: what JSON carries, decimals as strings. */
export type Values = Record<string, WireValue>;
export type WireValue =
  | null
  | boolean
  | number
  | string
  | readonly WireValue[]
  | { readonly [key: string]: WireValue };
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

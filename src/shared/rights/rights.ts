/**
 * Whose records, each with all before it: none, one's own, those of one's reports, one's departments', those
 * and all below, everyone's.
 */
export const SCOPES = ["none", "own", "reports", "department", "subtree", "all"] as const;
export type RecordScope = (typeof SCOPES)[number];
/** What one may do with a field, weakest first. */
export const FIELD_RIGHTS = ["hidden", "mask", "read", "edit"] as const;
export type FieldRight = (typeof FIELD_RIGHTS)[number];

export interface ObjectRights {
  readonly create: boolean;
  readonly read: RecordScope;
  readonly update: RecordScope;
  readonly delete: RecordScope;
}
export type Action = "read" | "update" | "delete";

/**
 * What a role grants on the records of an object while something holds of them, in the place of what it grants
 * there otherwise. What is not named stays as it is.
 */
export interface StateRule {
  /** A condition over stored fields of the record: "owner == null". */
  readonly when: string;
  readonly read?: RecordScope;
  readonly update?: RecordScope;
  readonly delete?: RecordScope;
  readonly fields?: Readonly<Record<string, FieldRight>>;
}

/** Departments that were chosen, with or without those below. */
export interface ChosenDepartments {
  readonly ids: readonly string[];
  readonly below: boolean;
}

/** The `rights` of a role, as kept in its record. */
export interface Rights {
  /** By object name; "*" stands for every object not named. */
  readonly objects: Readonly<Record<string, ObjectRights>>;
  /** By object and field; absent: edit. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, FieldRight>>>>;
  /** By object. Of the rules that hold and speak of an action or a field, the first decides. */
  readonly states?: Readonly<Record<string, readonly StateRule[]>>;
  /** Where it says department or department and below, these are meant in the place of one's own. */
  readonly departments?: ChosenDepartments;
  /**
   * e.g. "settings.manage", "pipeline.override", "record.export", "record.import", "people.manage". "*" is
   * all.
   */
  readonly abilities: readonly string[];
}
/**
 * What a role grants. Several roles add up: the widest scope and the strongest field right win. Nothing
 * granted is denied.
 */
export interface RoleRights extends Rights {
  readonly id: string;
  readonly name: string;
  /** The departments that were chosen for it, or for the person who has it, with those below where so chosen. */
  readonly places?: readonly string[];
}

export const NOTHING: ObjectRights = { create: false, read: "none", update: "none", delete: "none" };
export const EVERYTHING: ObjectRights = { create: true, read: "all", update: "all", delete: "all" };

/** A scope that departments decide about. */
export const isOfDepartments = (scope: RecordScope): boolean => scope === "department" || scope === "subtree";

/** Abilities include `ability`, by name or by "*". */
export const grantsAbility = ({ abilities }: Pick<Rights, "abilities">, ability: string): boolean =>
  abilities.includes("*") || abilities.includes(ability);

/** The strongest of these; the weakest there is where there are none. `order` goes from weak to strong. */
export const strongestOf = <T>(order: readonly [T, ...T[]], values: readonly T[]): T =>
  order[Math.max(0, ...values.map((value) => order.indexOf(value)))] ?? order[0];
/** The weakest of these; the weakest there is where there are none. */
export const weakestOf = <T>(order: readonly [T, ...T[]], values: readonly T[]): T =>
  order[values.length === 0 ? 0 : Math.min(...values.map((value) => order.indexOf(value)))] ?? order[0];

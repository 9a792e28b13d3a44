/**
 * Whose records, each with all before it: none, one's own, those of one's reports, one's departments', those
 * and all below, everyone's.
 */
export type RecordScope = "none" | "own" | "reports" | "department" | "subtree" | "all";
export const SCOPES: readonly RecordScope[] = ["none", "own", "reports", "department", "subtree", "all"];

export interface ObjectRights {
  readonly create: boolean;
  readonly read: RecordScope;
  readonly update: RecordScope;
  readonly delete: RecordScope;
}
export type FieldRight = "hidden" | "read" | "edit" | "mask";

/**
 * What a role grants. Several roles add up: the widest scope and the strongest field right win. Nothing
 * granted is denied.
 */
export interface RoleRights {
  readonly id: string;
  readonly name: string;
  /** By object name; "*" stands for every object not named. */
  readonly objects: Readonly<Record<string, ObjectRights>>;
  /** By object and field; absent: edit. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, FieldRight>>>>;
  /**
   * e.g. "settings.manage", "pipeline.override", "record.export", "record.import", "people.manage". "*" is
   * all.
   */
  readonly abilities: readonly string[];
}
export type Action = "read" | "update" | "delete";

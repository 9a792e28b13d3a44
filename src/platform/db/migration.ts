/** A forward-only change of system tables. Record tables are made from the catalog, not here. */
export interface Migration {
  /** Sorts: "0001_changes". Never changed once released. */
  readonly id: string;
  /** installation: once, in schema `sluice`; workspace: once in each workspace's schema. */
  readonly scope: "installation" | "workspace";
  /** `schema` is quoted already. All statements run in one transaction. */
  readonly statements: (schema: string) => readonly string[];
}

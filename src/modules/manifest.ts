/**
 * Every module of the program, in order: each may call the public face of those named in `after`, and of what
 * they stand on. The programs register modules by these names (apps/server/modules.ts, apps/web/modules.ts),
 * the import check and the documents read the same list.
 */
export const MODULES = [
  { area: "base", name: "balances", after: [] },
  { area: "base", name: "identity", after: ["balances"] },
  { area: "base", name: "definitions", after: [] },
  { area: "base", name: "permissions", after: ["identity"] },
  { area: "base", name: "jobs", after: ["identity"] },
  { area: "base", name: "sharing", after: ["jobs"] },
  { area: "base", name: "audit", after: ["jobs", "permissions"] },
  { area: "base", name: "files", after: ["identity"] },
  { area: "base", name: "notifications", after: ["identity"] },
  { area: "base", name: "attention", after: ["notifications"] },
  { area: "base", name: "links", after: ["identity"] },
  { area: "base", name: "calendar", after: ["identity"] },
  { area: "base", name: "clocks", after: ["calendar"] },
  { area: "base", name: "messages", after: ["links", "notifications"] },
  { area: "base", name: "retention", after: ["identity"] },
  { area: "data", name: "duplicates", after: ["identity"] },
  { area: "data", name: "importing", after: ["jobs"] },
  { area: "process", name: "approvals", after: ["links", "notifications"] },
  { area: "process", name: "collaboration", after: ["links", "notifications", "permissions"] },
  { area: "process", name: "service-levels", after: ["approvals", "clocks"] },
  { area: "process", name: "questionnaires", after: [] },
  { area: "process", name: "pipeline", after: ["importing", "notifications", "questionnaires"] },
  { area: "process", name: "gates", after: ["approvals", "pipeline"] },
  { area: "process", name: "simulation", after: ["gates"] },
  { area: "insight", name: "analytics", after: ["pipeline", "sharing"] },
  { area: "insight", name: "home", after: [] },
  { area: "data", name: "handover", after: ["approvals", "jobs", "permissions"] },
  { area: "data", name: "demo", after: ["gates", "jobs"] },
  { area: "insight", name: "help", after: ["demo", "messages"] },
] as const satisfies readonly ModuleEntry[];

export interface ModuleEntry {
  /** The folder of its kind in `src/modules`. */
  readonly area: "base" | "data" | "process" | "insight";
  readonly name: string;
  readonly after: readonly string[];
}
export type ModuleName = (typeof MODULES)[number]["name"];

/** The modules that one may call: those it comes after, and those they come after. */
export function standsOn(name: string): ReadonlySet<string> {
  const found = new Set<string>();
  const take = (of: string): void => {
    for (const one of MODULES.find((module) => module.name === of)?.after ?? [])
      if (!found.has(one)) {
        found.add(one);
        take(one);
      }
  };
  take(name);
  return found;
}

import type { Values } from "../../../shared/metadata/object.ts";
import { idOf } from "../../data/values.ts";
import type { Group } from "./use-groups.ts";

/** What of a group's records is there. */
export interface GroupPage {
  readonly records: readonly Values[];
  readonly hasMore: boolean;
  readonly hasFailed: boolean;
}
export type GroupLine =
  | { readonly kind: "head"; readonly key: string; readonly group: Group; readonly isOpen: boolean }
  | { readonly kind: "row"; readonly key: string; readonly group: Group; readonly record: Values }
  | { readonly kind: "rest"; readonly key: string; readonly group: Group; readonly hasFailed: boolean };

/** Places kept for what is on its way, so that groups further down stay where they will be. */
const PLACES = 20;

/** The lines of a grouped list: each group's head, its records as far as they are there, and the rest's places. */
export function groupLines(
  groups: readonly Group[],
  pages: ReadonlyMap<string, GroupPage>,
  closed: ReadonlySet<string>,
): readonly GroupLine[] {
  return groups.flatMap((group): readonly GroupLine[] => {
    const isOpen = !closed.has(group.key);
    const head = { kind: "head" as const, key: `head ${group.key}`, group, isOpen };
    return isOpen ? [head, ...linesOf(group, pages.get(group.key))] : [head];
  });
}

function linesOf(group: Group, page: GroupPage | undefined): readonly GroupLine[] {
  const rows = (page?.records ?? []).map((record) => ({
    kind: "row" as const,
    key: `${group.key} ${idOf(record)}`,
    group,
    record,
  }));
  if (page && !page.hasMore && !page.hasFailed) return rows;
  const left = page?.hasFailed ? 1 : Math.max(1, Math.min(PLACES, group.count - rows.length));
  const rest = Array.from({ length: left }, (_, place) => ({
    kind: "rest" as const,
    key: `rest ${group.key} ${place}`,
    group,
    hasFailed: page?.hasFailed ?? false,
  }));
  return [...rows, ...rest];
}

import { type Guard, type HookInput, statement } from "../../../../engine/public.ts";
import { department } from "../../../../objects/system/department/department.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { identityMessages } from "../shared/messages.ts";
import { parseRights } from "../../../../shared/rights/parse-rights.ts";
import { mergeRights } from "../../../../shared/rights/combine-rights.ts";
import type { Rights } from "../../../../shared/rights/rights.ts";
import { coversPlaces, isAdministrator } from "./covers.ts";
import { json, orNull } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

/**
 * Who moves a department shows its records to all above its new place and hides them from those above the old
 * one. So only departments whose records the caller sees are moved, and only among such.
 */
export const departmentTree: Guard = {
  word: "guard",
  name: "identity.department_tree",
  label: label("只在自己的可见范围内调整部门层级", "Departments can only be moved within what one can see"),
  applies: (object) => object.name === "department",
  run: async (input) => {
    const { principal, catalog } = input.context;
    const moved = input.changes.filter(isMoved);
    if (moved.length === 0 || isAdministrator(principal)) return new Map();
    const granted = await everybodysRights(input);
    const reason: Reason = { code: "exceeds_tree", field: "parent", text: identityMessages.exceeds_tree };
    const isCovered = (change: Change): boolean => {
      const touched = placesOf(change);
      return touched.every((place) =>
        coversPlaces(catalog, principal, granted, { departments: [place], subtree: [place] }),
      );
    };
    return new Map(
      moved
        .filter((change) => !isCovered(change))
        .map(({ id }): [string, readonly Reason[]] => [id, [reason]]),
    );
  },
};

/** A new department holds nothing yet. */
const isMoved = ({ before, changed, deleting, restoring }: Change): boolean =>
  before !== null && (deleting || restoring === true || changed.has("parent"));

/**
 * The department itself, and what it stood and would stand below; the top of the company is nobody's part.
 */
const TOP = "top";
const placesOf = ({ id, before, after, deleting, restoring }: Change): readonly string[] => {
  const old = restoring ? [] : [partOf(department, before).parent ?? TOP];
  const next = deleting ? [] : [partOf(department, after).parent ?? TOP];
  return [id, ...old, ...next];
};

export const rightsOfRoles = statement(
  { rights: orNull(json<unknown>()) },
  ({ record }) =>
    sql`select rights from ${record("role")} where deleted_at is null and name <> 'administrator'`,
);

/** All that any role shows of departments: somebody above the new place may have it. */
async function everybodysRights({ tx, context: { workspace } }: HookInput): Promise<Rights> {
  const rows = await tx.query(rightsOfRoles(workspace));
  return mergeRights(
    rows.flatMap(({ rights }) => {
      const parsed = parseRights(rights);
      return parsed.ok ? [withSubtree(parsed.rights)] : [];
    }),
    "most",
  );
}
/** "All" does not follow places. */
const withSubtree = (rights: Rights): Rights => ({
  ...rights,
  objects: Object.fromEntries(
    Object.entries(rights.objects).map(([name, one]) => [
      name,
      one.read === "all" ? { ...one, read: "none" as const } : one,
    ]),
  ),
});

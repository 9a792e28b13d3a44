import { label } from "../../../shared/i18n/label.ts";
import type { Change } from "../../../shared/metadata/hooks.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import type { Guard, HookInput } from "../../../engine/hooks.ts";
import { systemTable, tableOf } from "../../../engine/schema/names.ts";
import { identityMessages } from "../shared/messages.ts";

const FIELDS: Readonly<Record<string, "manager" | "parent">> = { user: "manager", department: "parent" };

/** Departments and reporting lines stay trees at any depth, within a batch, and when two people move branches at once. */
export const deepTree: Guard = {
  word: "guard",
  name: "identity.deep_tree",
  label: label("部门与汇报线不成环", "Departments and reporting lines form no loop"),
  applies: (object) => Object.hasOwn(FIELDS, object.name),
  run: async (input) => {
    const field = FIELDS[input.object.name] ?? "parent";
    const moved = input.changes.filter(({ before, after, changed, deleting }) => !deleting && before !== null && changed.has(field) && after[field]);
    if (moved.length === 0) return new Map();
    const above = await readAbove(input, field, moved);
    const given = new Map(input.changes.filter(({ changed }) => changed.has(field)).map(({ id, after }): [string, unknown] => [id, after[field]]));
    const text = field === "manager" ? identityMessages.manager_cycle : identityMessages.department_cycle;
    return new Map(moved.filter(({ id }) => comesBack(id, given, above)).map(({ id }): [string, readonly Reason[]] => [id, [{ code: "circle", field, text }]]));
  },
};

/** Follows the tree as it would be from `id` upwards. */
function comesBack(id: string, given: ReadonlyMap<string, unknown>, above: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at: unknown = given.get(id); typeof at === "string" && !seen.has(at); at = given.has(at) ? given.get(at) : above.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/** Who stands above whom, from the new places upwards. The lock makes two moves come one after the other. */
async function readAbove({ tx, object, context: { workspace } }: HookInput, field: string, moved: readonly Change[]): Promise<ReadonlyMap<string, string>> {
  await tx.query({ text: `select rights from ${systemTable(workspace, "versions")} for update` });
  const table = tableOf(workspace, object.name);
  const rows = await tx.query<{ id: string; above: string }>({
    text: `with recursive up(id, above) as (
        select t.id, t.${field} from ${table} t where t.id = any($1::uuid[])
        union
        select t.id, t.${field} from ${table} t join up on t.id = up.above
      ) select id, above from up where above is not null`,
    values: [moved.map(({ after }) => after[field])],
  });
  return new Map(rows.map(({ id, above }) => [id, above]));
}

import { fits } from "../../shared/wire/fits.ts";
import { choice, object, text } from "../../shared/wire/schema.ts";
import type { Context, Principal } from "../context.ts";
import type { LoggedChange } from "../hooks.ts";
import { isFor } from "../access/shared-records.ts";
import { type Grantee } from "../access/reach.ts";
import { tableOf } from "../schema/names.ts";

/**
 * What must be read again because the caller's sight of it changed: all ("*"), an object, or one record with
 * what hangs on it.
 */
export interface Reset {
  readonly object: string;
  readonly scope: "all" | { readonly id: string };
}
/** Objects whose records say who sees what. */
export const SIGHT_OBJECTS = [
  "role",
  "user_role",
  "user",
  "department",
  "user_department",
  "team",
  "team_member",
  "share",
  "sharing_rule",
];
const ALL: Reset = { object: "*", scope: "all" };
const OF_A_PERSON = ["user_role", "user_department", "team_member"];
/** Their rows say whom a change concerns, also after it. */
const LOOKED_UP = [...OF_A_PERSON, "share", "sharing_rule"];

/**
 * Of changes of roles, people, departments, teams, shares and rules: those that touch the caller, by number.
 * One statement at most.
 */
export async function resetsFor(
  context: Context,
  changes: readonly LoggedChange[],
): Promise<ReadonlyMap<number, Reset>> {
  const sight = changes.filter(({ object }) => SIGHT_OBJECTS.includes(object));
  if (sight.length === 0 || context.principal.kind === "system") return new Map();
  const rows = await readRows(context, sight);
  const resets = new Map<number, Reset>();
  for (const change of sight) {
    const reset = touches(context.principal, change, rows.get(change.record) ?? {});
    if (reset) resets.set(change.seq, reset);
  }
  return resets;
}

type Row = Readonly<Record<string, unknown>>;
async function readRows(
  context: Context,
  changes: readonly LoggedChange[],
): Promise<ReadonlyMap<string, Row>> {
  const values: unknown[] = [];
  const arms = LOOKED_UP.flatMap((name) => {
    const ids = changes.filter(({ object }) => object === name).map(({ record }) => record);
    if (ids.length === 0) return [];
    values.push(ids);
    return [
      `select t.id, to_jsonb(t) as row from ${tableOf(context.workspace, name)} t where t.id = any($${values.length}::uuid[])`,
    ];
  });
  if (arms.length === 0) return new Map();
  const rows = await context.db.query<{ id: string; row: Row }>({ text: arms.join(" union all "), values });
  return new Map(rows.map(({ id, row }) => [id, row]));
}

function touches(principal: Principal, change: LoggedChange, row: Row): Reset | null {
  const { object, record, before, after } = change;
  const { reach } = principal;
  const either = (name: string): readonly unknown[] =>
    [before[name], after[name]].filter((value) => value !== null && value !== undefined);
  if (OF_A_PERSON.includes(object)) return row["user"] === principal.id ? ALL : null;
  if (object === "role")
    return principal.roles.some((role) => role.id === record) || reach?.roles.includes(record) ? ALL : null;
  if (object === "team") return "active" in after || change.kind !== "update" ? ALL : null;
  if (object === "user") {
    if (record === principal.id)
      return "department" in after || "manager" in after || "active" in after ? ALL : null;
    const line = [principal.id, ...(reach?.reports ?? [])];
    return "manager" in after &&
      (reach?.reports.includes(record) || either("manager").some((id) => line.includes(String(id))))
      ? ALL
      : null;
  }
  if (object === "department") {
    const near = [...principal.subtree, ...(reach?.above ?? [])];
    const moved = "parent" in after || change.kind === "delete" || change.kind === "restore";
    return moved && [record, ...either("parent")].some((id) => near.includes(String(id))) ? ALL : null;
  }
  return given(principal, change, row);
}

/** A share or a rule touches whom it is for now, and whom it was for before. */
function given(principal: Principal, { object, before }: LoggedChange, row: Row): Reset | null {
  const now: Grantee | null = granteeOf({ object: row["to__object"], id: row["to"] });
  const was = granteeOf(before["to"]);
  const below = row["below"] === true || before["below"] === true;
  if (![now, was].some((to) => to !== null && isFor(principal, to, below))) return null;
  if (object === "share")
    return { object: String(row["regarding__object"]), scope: { id: String(row["regarding"]) } };
  return before["object"] === undefined || before["object"] === null
    ? { object: String(row["object"]), scope: "all" }
    : ALL;
}

const Holder = object({ object: choice("user", "department", "team", "role"), id: text() });
const granteeOf = (value: unknown): Grantee | null =>
  fits(Holder, value) ? { object: value.object, id: value.id } : null;

import { type Context, statement } from "../../../../engine/public.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { anyValue, object as members, optional, type Static } from "../../../../shared/wire/schema.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { type RowOf, orNull, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

/**
 * Persons, departments, teams and roles as a package names them: ids mean nothing in another installation.
 */
export interface Holders {
  /** {object, name | path | login}: what a package says of this one; null where it is no more. */
  readonly spell: (object: string, id: string) => Values | null;
  /** The one here that is meant, or why there is none. */
  readonly find: (
    named: WireValue | undefined,
  ) => { readonly object: string; readonly id: string } | { readonly missing: Reason };
}
/** One as a package names it; what a file says may be anything. */
const Named = members({
  object: optional(anyValue()),
  name: optional(anyValue()),
  path: optional(anyValue()),
  login: optional(anyValue()),
  email: optional(anyValue()),
});
type Named = Readonly<Static<typeof Named>>;
const row = {
  object: text,
  id: uuid,
  name: sure(text),
  parent: orNull(uuid),
  login: orNull(text),
  email: orNull(text),
};
type Row = RowOf<typeof row>;
export const allHolders = statement(
  row,
  ({ record }) =>
    sql`select 'user' as object, id, name, null::uuid as parent, login, email from ${record("user")} where deleted_at is null
      union all select 'department', id, name, parent, null, null from ${record("department")} where deleted_at is null
      union all select 'team', id, name, null, null, null from ${record("team")} where deleted_at is null
      union all select 'role', id, name, null, null, null from ${record("role")} where deleted_at is null`,
);

/**
 * Reads all there are once: departments by their path from the top, people by login, mail or a name that only
 * one has.
 */
export async function loadHolders(context: Context): Promise<Holders> {
  const rows = await context.db.query(allHolders(context.workspace));
  const byId = new Map(rows.map((row) => [`${row.object} ${row.id}`, row]));
  const pathOf = (row: Row): readonly string[] => {
    const above = row.parent === null ? undefined : byId.get(`department ${row.parent}`);
    return above ? [...pathOf(above), row.name] : [row.name];
  };
  const candidates = (object: string, named: Named): readonly Row[] => {
    const all = rows.filter((row) => row.object === object);
    if (object === "department")
      return all.filter((row) => JSON.stringify(pathOf(row)) === JSON.stringify(named.path));
    if (object !== "user") return all.filter((row) => row.name === named.name);
    for (const key of ["login", "email"] as const) {
      const value = named[key];
      const found =
        typeof value === "string" ? all.filter((row) => row[key]?.toLowerCase() === value.toLowerCase()) : [];
      if (found.length > 0) return found;
    }
    return all.filter((row) => row.name === named.name);
  };
  return {
    spell: (object, id): Values | null => {
      const row = byId.get(`${object} ${id}`);
      if (!row) return null;
      if (object === "department") return { object, path: pathOf(row) };
      return {
        object,
        name: row.name,
        ...(row.login ? { login: row.login } : {}),
        ...(row.email ? { email: row.email } : {}),
      };
    },
    find: (given) => {
      const named: Named = fits(Named, given) ? given : {};
      const object = String(named.object ?? "");
      const found = Object.hasOwn(KINDS, object) ? candidates(object, named) : [];
      const [only] = found;
      if (only && found.length === 1) return { object, id: only.id };
      return { missing: missing(object, named, found.length) };
    },
  };
}

const KINDS: Readonly<Record<string, ReturnType<typeof label>>> = {
  user: label("成员", "person"),
  department: label("部门", "department"),
  team: label("团队", "team"),
  role: label("角色", "role"),
};
const ABSENT = label("这里没有{kind}“{name}”", "There is no {kind} called “{name}” here");
const SEVERAL = label(
  "这里有 {count} 个{kind}叫“{name}”",
  "There are {count} entries of type {kind} called “{name}” here",
);
function missing(object: string, { name: called, path, login }: Named, count: number): Reason {
  const name = Array.isArray(path) ? path.join(" / ") : String(called ?? login ?? "");
  const kind = KINDS[object] ?? label("对象", "object");
  const text = count > 1 ? SEVERAL : ABSENT;
  const words = (language: "zh-CN" | "en"): string =>
    say(text, language, { kind: kind[language], name, count });
  return { code: "missing_holder", params: { object, name }, text: label(words("zh-CN"), words("en")) };
}

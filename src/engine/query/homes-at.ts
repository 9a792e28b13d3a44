import { historyOf, tableOf } from "../schema/names.ts";
import type { Reading } from "./reading.ts";
import { believedLive, believedThen, linkedSource, source } from "./source.ts";

/**
 * SQL of the caller's departments at the moment asked about, as `uuid[]`; with `below` those under them in
 * that moment's tree, too. As with links, a person or a department that did not exist yet counts as it was
 * first. Depends on no row: computed once per statement.
 */
export function homesAt(reading: Reading, below: boolean): string {
  const { context, params, asOf } = reading;
  const { id, departments, subtree } = context.principal;
  const [user, department, further] = ["user", "department", "user_department"].map((name) =>
    context.catalog.object(name),
  );
  if (id === null || asOf === undefined || !user || !department || !further)
    return params.add(below ? subtree : departments, "uuid[]");
  const [me, at] = [params.add(id, "uuid"), params.add(asOf, "timestamptz")];
  const columns = `"id", "parent", "deleted_at", "valid_from"`;
  const versions =
    `select ${columns} from ${tableOf(context.workspace, department.name)} where ${believedLive(reading, "")} union all select ${columns} from ${historyOf(context.workspace, department.name)}` +
    ` where "valid_to" > ${at} and ${believedThen(reading, "")}`;
  const tree = `select distinct on (v."id") v."id", v."parent", v."deleted_at" from (${versions}) v order by v."id", v."valid_from"`;
  const places =
    `select m."department" from ${linkedSource(reading, user, me)} m union` +
    ` select l."place" from ${source(reading, further)} l where l."user" = ${me} and l."deleted_at" is null`;
  const own = `select d."id" from tree d where d."deleted_at" is null and d."id" in (${places})`;
  const under = `, below as (select "id" from homes union select d."id" from tree d join below b on d."parent" = b."id" where d."deleted_at" is null)`;
  return `array(with recursive tree as (${tree}), homes as (${own})${below ? under : ""} select "id" from ${below ? "below" : "homes"})`;
}

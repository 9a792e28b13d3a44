import { type Operation, creating, deleting, saveIn, statement } from "../../../../engine/public.ts";
import { boolean, sure, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { teamMember } from "../../../../objects/system/team/team.object.ts";
import { causeOf, type Leaving, type Step } from "./step.ts";

export const teamsOf = statement(
  { id: uuid, team: sure(uuid), has: boolean },
  ({ record }, user: string, to: string) =>
    sql`select m.id, m.team, exists (select 1 from ${record("team_member")} o where o.team = m.team and o."user" = ${to} and o.deleted_at is null) as has
          from ${record("team_member")} m where m."user" = ${user} and m.deleted_at is null order by m.id limit 500`,
);

/** The successor takes the leaver's place in teams, unless they are in the team already. Done at once. */
export function teamStep(leaving: Leaving): Step {
  const { user, plan } = leaving;
  return {
    name: "teams",
    async take(tx, context) {
      const to = plan.objects?.["team_member"] ?? plan.to;
      const rows = await tx.query(teamsOf(context.workspace, user, to));
      const operations = rows.flatMap(({ id, team, has }): Operation[] => [
        deleting(teamMember, id),
        ...(has ? [] : [creating(teamMember, { team, user: to })]),
      ]);
      if (operations.length > 0)
        await saveIn(tx, context, {
          operations,
          road: "bulk",
          mode: "each",
          cause: causeOf(leaving, context),
        });
      return null;
    },
  };
}

import { type Operation, creating, deleting, saveIn, tableOf } from "../../../../engine/public.ts";
import { teamMember } from "../../../../objects/system/team/team.object.ts";
import { causeOf, type Leaving, type Step } from "./step.ts";

/** The successor takes the leaver's place in teams, unless they are in the team already. Done at once. */
export function teamStep(leaving: Leaving): Step {
  const { user, plan } = leaving;
  return {
    name: "teams",
    async take(tx, context) {
      const table = tableOf(context.workspace, "team_member");
      const to = plan.objects?.["team_member"] ?? plan.to;
      const rows = await tx.query<{ id: string; team: string; has: boolean }>({
        text: `select m.id, m.team, exists (select 1 from ${table} o where o.team = m.team and o."user" = $2 and o.deleted_at is null) as has
          from ${table} m where m."user" = $1 and m.deleted_at is null order by m.id limit 500`,
        values: [user, to],
      });
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

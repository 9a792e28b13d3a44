import { type Context, command, statement } from "../../../../engine/public.ts";
import { json, uuid } from "../../../../platform/db/columns.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { bellSilence, noticeKinds } from "../../notifications/public.ts";
import type { BellWhen, When } from "../shared/preferences.contract.ts";
import type { Chosen } from "../shared/preferences.ts";

export const preferencesOf = statement(
  { user_id: uuid, value: json<Chosen>() },
  ({ system }, people: readonly string[]) =>
    sql`select user_id, value from ${system("message_preference")} where user_id = any(${people}::uuid[])`,
);
export const storePreferences = command(
  ({ system }, person: string, value: string) =>
    sql`insert into ${system("message_preference")} (user_id, value) values (${person}, ${value}::jsonb) on conflict (user_id) do update set value = excluded.value`,
);

/** What people have chosen, by person; who has chosen nothing is not in it. */
export async function chosenBy(
  { db, workspace }: { readonly db: Executor; readonly workspace: Context["workspace"] },
  people: readonly string[],
): Promise<ReadonlyMap<string, Chosen>> {
  const rows = people.length === 0 ? [] : await db.query(preferencesOf(workspace, [...new Set(people)]));
  return new Map(rows.map(({ user_id, value }) => [user_id, value]));
}

/** How somebody is told of an event: as they chose, else as is usual for it. */
export function wayOf(
  { hooks }: Pick<Context, "hooks">,
  chosen: Chosen | undefined,
  event: string,
): { readonly bell: BellWhen; readonly mail: When } {
  const choice = chosen?.events?.[event];
  return {
    bell: choice?.bell ?? "at_once",
    mail: choice?.mail ?? noticeKinds.read(hooks).get(event)?.mail ?? "at_once",
  };
}

export const silencedBells = bellSilence.define("preferences", {
  silences: async (context, people) => {
    const chosen = await chosenBy(context, people);
    return (person, kind) => chosen.get(person)?.events?.[kind]?.bell === "never";
  },
});

import { type Context, aggregate, list, objectRights, scopeOf } from "../../../../../engine/public.ts";
import { LANGUAGES } from "../../../../../shared/i18n/label.ts";
import { say } from "../../../../../shared/i18n/messages.ts";
import { type Clock, CLOCKS, STALLED } from "../../../../../shared/metadata/clock-fields.ts";
import type { Values } from "../../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../../shared/metadata/record-of.ts";
import { loadPrincipal } from "../../../../base/identity/public.ts";
import { type Notice, notifyOf } from "../../../../base/notifications/public.ts";
import { stalledNotice, stalledPeopleNotice } from "../notices.ts";
import { digestMessages } from "./digest.messages.ts";

/** The digest is of deals. What other objects have that stands still is in their list. */
const DEAL = "opportunity";
/** The list's own order: the longest in its stage first. */
const WORST_FIRST = "stage_entered_at";
const OWN = "owner == me()";

export interface Reader {
  readonly id: string;
  /** Heads a department. */
  readonly heads: boolean;
}

/**
 * One notice of a person's own deals that stand still and one of those of their people, each as they may see
 * them; none where nothing does. Once a day.
 */
export async function tellOfStalled(context: Context, reader: Reader, day: string): Promise<void> {
  const principal = await loadPrincipal(context.db, context.workspace, reader.id);
  if (!principal) return;
  const theirs: Context = { ...context, principal };
  await tell(context, reader, `stalled:${day}`, stalledNotice, await countStalled(theirs, OWN));
  const people = peopleOf(theirs, reader);
  if (people)
    await tell(
      context,
      reader,
      `stalled_people:${day}`,
      stalledPeopleNotice,
      await countStalled(theirs, people),
    );
}

async function tell(
  context: Context,
  { id }: Reader,
  key: string,
  kind: Notice["kind"],
  params: Values | null,
): Promise<void> {
  if (params) await notifyOf(context, { key, actor: null }, [{ recipient: id, kind, params }]);
}

/**
 * Whose deals somebody answers for besides their own, as a condition that the list asks as well: the people
 * who report to them, and their departments, where they head one or may change the deals of others. Who only
 * reads many deals, as a bookkeeper does, answers for none.
 */
function peopleOf(theirs: Context, { heads }: Reader): string | null {
  const object = theirs.catalog.object(DEAL);
  if (!object) return null;
  const rights = objectRights(theirs, object);
  const reaches = (action: "read" | "update"): boolean => !["none", "own"].includes(scopeOf(rights, action));
  if (!reaches("read")) return null;
  const reports = theirs.principal.reach?.reports ?? [];
  const ways = [...(heads || reaches("update") ? ["department in mysubtree()"] : []), ...reportsAre(reports)];
  if (ways.length === 0) return null;
  return `owner != me() && ${ways.length === 1 ? ways[0] : `(${ways.join(" || ")})`}`;
}

/**
 * A condition holds so many ids; of more people, those up to four steps below are named by the line itself.
 */
const MOST_NAMED = 80;
function reportsAre(reports: readonly string[]): readonly string[] {
  if (reports.length === 0) return [];
  if (reports.length <= MOST_NAMED) return [`owner in ${JSON.stringify(reports)}`];
  return [1, 2, 3, 4].map((steps) => `owner${".manager".repeat(steps)} == me()`);
}

/**
 * How many stand still of those that the person may see, by which clocks, and the worst of them. Null where
 * none does, or where the clocks are hidden from them.
 */
async function countStalled(theirs: Context, whose: string): Promise<Values | null> {
  const filter = `${STALLED} && ${whose}`;
  const counted = await aggregate(theirs, {
    object: DEAL,
    filter,
    group_by: CLOCKS.map((clock) => ({ field: `${clock}_level` })),
    measures: [{ fn: "count" }],
  });
  if (!counted.ok) return null;
  const { groups } = counted.value;
  const sum = (of: typeof groups): number =>
    of.reduce((total, { values }) => total + Number(values[0] ?? 0), 0);
  const count = sum(groups);
  if (count === 0) return null;
  const worst = await list(theirs, { object: DEAL, filter, sort: WORST_FIRST, limit: 1, fields: ["id"] });
  const { id } = partOf(anyRecord, worst.ok ? worst.value.data[0] : null);
  const redBy = (clock: Clock): number => sum(groups.filter(({ key }) => key[`${clock}_level`] === "red"));
  return { object: DEAL, whose, count, clocks: inWords(redBy), target: { object: DEAL, id: id ?? null } };
}

/** "dwell 3, slip 1", in each language: the clocks by which something stands still. */
function inWords(redBy: (clock: Clock) => number): Values {
  const red = CLOCKS.flatMap((clock) => (redBy(clock) > 0 ? [{ clock, count: redBy(clock) }] : []));
  return Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      red
        .map(({ clock, count }) => say(digestMessages[clock], language, { count }))
        .join(say(digestMessages.between, language)),
    ]),
  );
}

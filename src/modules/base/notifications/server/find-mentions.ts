import { type Context, type LoggedChange, isUuid, statement } from "../../../../engine/public.ts";
import { integer, type RowOf, sure, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { comment } from "../../../../objects/work/comment/comment.object.ts";
import { note } from "../../../../objects/work/note/note.object.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { partOf, type Shape } from "../../../../shared/metadata/record-of.ts";
import { mentionsIn } from "../../../../shared/rich-text/document.ts";
import { readHtml } from "../../../../shared/rich-text/read-html.ts";
import { MENTIONED } from "../../../../shared/rich-text/tags.ts";

/** Texts as they were and as they are, under a number of their own. */
export type Said = Pick<LoggedChange, "seq" | "object" | "before" | "after">;
type Part = Readonly<Record<string, WireValue>>;
const TEXTS = ["content", "description"];
/** Nobody looks for people further on. */
const LONGEST = 20_000;
const textOf = (values: Part): string =>
  TEXTS.map((name) => values[name])
    .filter((value) => typeof value === "string")
    .join("\n")
    .replace(/<[^>]*>/g, " ")
    .slice(0, LONGEST);
/** The people whom formatted text names by id. */
const markedIn = ({ object }: Said, values: Part): readonly string[] => {
  if (object !== note.name && object !== comment.name) return [];
  const { content } = partOf(note, values);
  return typeof content === "string" && content.includes(MENTIONED) ? mentionsIn(readHtml(content)) : [];
};
/** What notes and activities have in common. */
const spoken = { fields: { mentions: note.fields.mentions } } as const satisfies Shape;
const idsOf = (values: Part): readonly string[] => {
  const { mentions: given } = partOf(spoken, values);
  return Array.isArray(given)
    ? given.flatMap((id: WireValue) => (typeof id === "string" && isUuid(id) ? [id] : [])).slice(0, 50)
    : [];
};

/**
 * The people whom changed texts newly name, by number of the change: by id in `mentions` or within the text,
 * or as @姓名. A name that several people have names nobody. One statement, however many texts there are.
 */
export async function findMentions(
  context: Context,
  changes: readonly Said[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const texts = changes.map(({ after }) => textOf(after)).filter((text) => text.includes("@"));
  const people = texts.length > 0 ? await peopleIn(context, texts) : [];
  return new Map(changes.map((change) => [change.seq, namedBy(change, people)]));
}

function namedBy(change: Said, people: readonly Named[]): readonly string[] {
  const { before, after } = change;
  const [earlier, text] = [textOf(before), textOf(after)];
  const known = people.filter(({ name, count }) => count === 1 && isNamed(earlier, name, people));
  const old = [...idsOf(before), ...markedIn(change, before), ...known.map(({ id }) => id)];
  const chosen = [...idsOf(after), ...markedIn(change, after)].filter((id) => !old.includes(id)).slice(0, 50);
  const named = people.filter(
    ({ name, count }) => count === 1 && isNamed(text, name, people) && !isNamed(earlier, name, people),
  );
  return [...new Set([...chosen, ...named.map(({ id }) => id)])];
}

const named = { id: text, name: sure(text), count: integer };
type Named = RowOf<typeof named>;
export const peopleNamedIn = statement(
  named,
  ({ record }, texts: readonly string[]) =>
    sql`select min(id::text) as id, name, count(*)::int as count from ${record("user")}
where active is not false and deleted_at is null and length(name) > 1 and exists (select from unnest(${texts}::text[]) as text where strpos(text, '@' || name) > 0) group by name`,
);
const peopleIn = ({ db, workspace }: Context, texts: readonly string[]): Promise<readonly Named[]> =>
  db.query(peopleNamedIn(workspace, texts));

/** @王芳芳 names 王芳芳, not 王芳. */
function isNamed(text: string, name: string, people: readonly Named[]): boolean {
  const first = text.indexOf(`@${name}`);
  if (first < 0) return false;
  const longer = people.filter((other) => other.name !== name && other.name.startsWith(name));
  for (let at = first; at >= 0; at = text.indexOf(`@${name}`, at + 1))
    if (!longer.some((other) => text.startsWith(`@${other.name}`, at))) return true;
  return false;
}

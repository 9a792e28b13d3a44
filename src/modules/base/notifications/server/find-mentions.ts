import type { Context } from "../../../../engine/context.ts";
import { isUuid } from "../../../../engine/record/is-uuid.ts";
import { tableOf } from "../../../../engine/schema/names.ts";
import { note } from "../../../../objects/work/note/note.object.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import { partOf, type Shape } from "../../../../shared/metadata/record-of.ts";

type Part = Readonly<Record<string, WireValue>>;
const TEXTS = ["content", "description"];
const textOf = (values: Part): string =>
  TEXTS.map((name) => values[name])
    .filter((value) => typeof value === "string")
    .join("\n")
    .replace(/<[^>]*>/g, " ");
/** What notes and activities have in common. */
const spoken = { fields: { mentions: note.fields.mentions } } as const satisfies Shape;
const idsOf = (values: Part): readonly string[] => {
  const { mentions: given } = partOf(spoken, values);
  return Array.isArray(given)
    ? given.flatMap((id: WireValue) => (typeof id === "string" && isUuid(id) ? [id] : [])).slice(0, 50)
    : [];
};

/**
 * The people whom a text newly names: by id in `mentions`, or as @姓名. A name that several people have names
 * nobody.
 */
export async function findMentions(context: Context, before: Part, after: Part): Promise<readonly string[]> {
  const old = idsOf(before);
  const chosen = idsOf(after).filter((id) => !old.includes(id));
  const text = textOf(after);
  if (!text.includes("@")) return chosen;
  const people = await context.db.query<{ id: string; name: string; count: number }>({
    text: `select min(id::text) as id, name, count(*)::int as count from ${tableOf(context.workspace, "user")}
where active is not false and deleted_at is null and length(name) > 1 and strpos($1, '@' || name) > 0 group by name`,
    values: [text.slice(0, 20_000)],
  });
  const earlier = textOf(before);
  const named = people.filter(
    ({ name, count }) => count === 1 && isNamed(text, name, people) && !isNamed(earlier, name, people),
  );
  return [...new Set([...chosen, ...named.map(({ id }) => id)])];
}

/** @王芳芳 names 王芳芳, not 王芳. */
function isNamed(text: string, name: string, people: readonly { readonly name: string }[]): boolean {
  const longer = people.filter((other) => other.name !== name && other.name.startsWith(name));
  for (let at = text.indexOf(`@${name}`); at >= 0; at = text.indexOf(`@${name}`, at + 1))
    if (!longer.some((other) => text.startsWith(`@${other.name}`, at))) return true;
  return false;
}

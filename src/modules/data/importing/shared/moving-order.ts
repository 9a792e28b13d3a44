import type { Field } from "../../../../shared/metadata/field.ts";

/**
 * In which order files of a whole installation are brought into another one, after the package of
 * definitions: what others link to comes first. Objects that a company made itself follow, before what hangs
 * on records of any kind.
 */
export const MOVING_ORDER = [
  "department",
  "user",
  // Again, now that their heads are there.
  "department",
  "user_department",
  "team",
  "team_member",
  "exchange_rate",
  "calendar_day",
  "tag",
  "competitor",
  "product",
  "price_book",
  "price_book_entry",
  "account",
  "contact",
  "lead",
  "opportunity",
  "activity",
  "task",
  "note",
  "comment",
] as const;

/**
 * Once these are there, the package comes again: its sharing rules and default pipelines name departments,
 * people and teams.
 */
export const PACKAGE_AGAIN_AFTER = "team_member" satisfies (typeof MOVING_ORDER)[number];

/** Whether `other` is brought only after the first file of `object`. */
export function comesLater(object: string, other: string): boolean {
  const order: readonly string[] = MOVING_ORDER;
  return order.includes(object) && order.indexOf(other) > order.indexOf(object);
}

/** What hangs on records of any kind comes last, behind what the company made itself. */
const HANGING = ["activity", "task", "note", "comment"];
/**
 * The order for the objects that the caller knows, those of the company's own among them: those that others
 * link to first.
 */
export function movingOrder(
  objects: readonly { readonly name: string; readonly custom?: boolean; readonly fields: readonly Field[] }[],
): readonly string[] {
  const known = new Set(objects.map(({ name }) => name));
  const own = objects.filter(({ custom }) => custom === true);
  const placed: string[] = [];
  const place = (name: string, on: ReadonlySet<string>): void => {
    const object = own.find((one) => one.name === name);
    if (!object || placed.includes(name) || on.has(name)) return;
    for (const field of object.fields)
      if (field.kind === "link") for (const target of field.targets) place(target, new Set([...on, name]));
    placed.push(name);
  };
  for (const { name } of own) place(name, new Set());
  const shipped = MOVING_ORDER.filter((name) => known.has(name));
  return [
    ...shipped.filter((name) => !HANGING.includes(name)),
    ...placed,
    ...shipped.filter((name) => HANGING.includes(name)),
  ];
}

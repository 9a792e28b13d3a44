import type { ListState } from "../list/list-state.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { isShown } from "../../data/objects.ts";
import { todayText } from "../../kit/time-text.ts";

const COMPARED: readonly FieldInfo["kind"][] = [
  "text",
  "select",
  "stage",
  "link",
  "person",
  "department",
  "money",
  "integer",
  "decimal",
  "percent",
  "date",
  "boolean",
];
const MOST = 12;

/**
 * The fields whose changes are told: what the list shows, and the stage, the amount and the owner in any
 * case.
 */
export function comparedFields(object: ObjectInfo): readonly FieldInfo[] {
  const names = new Set([object.stageField ?? "", "amount", "owner", object.title, ...object.list.columns]);
  return [...names]
    .flatMap((name) => object.byName[name] ?? [])
    .filter(
      (field) => COMPARED.includes(field.kind) && isShown(field) && field.right !== "mask" && isPlain(field),
    )
    .slice(0, MOST);
}
const isPlain = (field: FieldInfo): boolean =>
  (field.name === "owner" || !field.computed) && !(field.kind === "link" && field.targets.length > 1);

/**
 * The conditions of the three parts; `scoped` is what the list covers. Each is asked of the moment given with
 * it.
 */
export function sinceParts(object: ObjectInfo, scoped: string, since: string) {
  const scope = scoped || "true";
  const then = (condition: string): string => `asof(${JSON.stringify(since)}, ${condition})`;
  const value = (field: FieldInfo): string => (field.kind === "money" ? `${field.name}.amount` : field.name);
  const differs = comparedFields(object).map((field) => `${value(field)} != ${then(value(field))}`);
  return {
    new: { filter: join(scoped, `!${then(scope)}`), asOf: "" },
    changed: {
      filter: join(scoped, then(scope), differs.length > 0 ? `(${differs.join(" || ")})` : "false"),
      asOf: "",
    },
    gone: { filter: join(scoped, `!asof(${JSON.stringify(todayText())}, ${scope})`), asOf: since },
  } as const;
}
const join = (...parts: readonly string[]): string => {
  const told = parts.filter((part) => part !== "");
  return told.length === 1 ? (told[0] ?? "") : told.map((part) => `(${part})`).join(" && ");
};

/** What the list asks for: now, a past day, or one part of what has changed since one. */
export function partView(
  object: ObjectInfo,
  scoped: string,
  { asOf, since, part }: Pick<ListState, "asOf" | "since" | "part">,
): { readonly filter: string; readonly asOf: string } {
  if (since === "" || asOf !== "" || part === "") return { filter: scoped, asOf };
  return sinceParts(object, scoped, since)[part];
}

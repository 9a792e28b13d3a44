import { useRecords } from "../../../../ui/data/records.ts";
import { idOf, textValue } from "../../../../ui/data/values.ts";
import type { Values } from "../../../../shared/metadata/object.ts";

export interface RoleChoice {
  readonly id: string;
  readonly name: string;
  readonly label: Readonly<Record<string, string>>;
}
const labelOf = (role: Values): Readonly<Record<string, string>> => {
  const map = role["label"];
  return typeof map === "object" && map !== null && !Array.isArray(map)
    ? Object.fromEntries(Object.entries(map).map(([tag, text]) => [tag, String(text)]))
    : {};
};
/** The roles that a new object can be given to; administrators have everything anyway. */
export function useRoleChoices(): readonly RoleChoice[] {
  const { data } = useRecords("role", { sort: "name", limit: 100 });
  return (data?.data ?? [])
    .filter((role) => role["name"] !== "administrator")
    .map((role) => ({ id: idOf(role), name: textValue(role["name"]), label: labelOf(role) }));
}

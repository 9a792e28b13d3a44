import { userRole } from "../../../../../objects/system/user-role/user-role.object.ts";
import { partOf } from "../../../../../shared/metadata/record-of.ts";
import { useAggregate } from "../../../../../ui/data/aggregates.ts";
import { linkId } from "../../../../../ui/data/values.ts";

const COUNTED = {
  filter: "user.active == true",
  group_by: [{ field: "role" }],
  measures: [{ fn: "count" as const }],
};
/** How many active people have each role, by its id; undefined until that is known. */
export function useRoleMembers(): ReadonlyMap<string, number> | undefined {
  const { data } = useAggregate(userRole.name, COUNTED);
  return (
    data &&
    new Map(data.map(({ key, values }) => [linkId(partOf(userRole, key).role) ?? "", Number(values[0])]))
  );
}

import { type ObjectInfo, useObject } from "../../../../ui/data/objects.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";

/** Ids of what is still to do on the record. */
export function useOpenTasks(object: ObjectInfo, id: string, enabled: boolean): readonly string[] {
  const regarding = useObject("task")?.byName["regarding"];
  const carries = enabled && regarding?.kind === "link" && regarding.targets.includes(object.name);
  const found = useRecords(
    "task",
    { filter: `regarding == ${JSON.stringify(id)} && status == "open"`, fields: "id", limit: 100 },
    carries,
  ).data;
  return (found?.data ?? []).map(idOf);
}

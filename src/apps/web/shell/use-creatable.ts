import { useNavigate } from "react-router";
import { can, useObjects } from "../../../ui/data/objects.ts";
import { objectIcon } from "../../../ui/kit/Icon.tsx";

/** What the create menu offers: objects of the navigation that this person may make. */
export function useCreatable() {
  const objects = useObjects();
  const navigate = useNavigate();
  const order = ["deals", "accounts", "leads", "today", "work", undefined] as const;
  const items = order
    .flatMap((area) =>
      [...objects.values()].filter(
        (object) =>
          can(object, "create") && (area ? object.area === area : object.custom === true && !object.area),
      ),
    )
    .map((object) => ({ ...object, iconName: objectIcon(object.icon) }));
  return { items, create: (name: string) => void navigate(`/records/${name}?new=1`) };
}

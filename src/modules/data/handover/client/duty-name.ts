import { useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { DutyCount } from "../shared/handover.contract.ts";

/** What a person holds: records of an object, or a place in them other than the owner's. */
export function useDutyName(): (duty: DutyCount) => string {
  const { of } = useLanguage();
  const known = useObjects();
  return ({ object, field }) => {
    const info = known.get(object);
    const name = of(info?.plural, object);
    return field === "owner" ? name : `${name} · ${of(info?.byName[field]?.label, field)}`;
  };
}

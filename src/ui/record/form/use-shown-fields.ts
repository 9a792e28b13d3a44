import { useMemo } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { useFormRules } from "./use-form-rules.ts";

/** What the rules of the fields say of the record as typed. */
export function useShownFields(object: ObjectInfo, seen: Values | undefined, typed: Values) {
  const rules = useFormRules(object);
  const now = useMemo<Values>(() => ({ ...seen, ...typed }), [seen, typed]);
  const isVisible = (field: FieldInfo): boolean => rules.isVisible(field, now);
  const isShown = (name: string): boolean => {
    const field = object.byName[name];
    return !field || isVisible(field);
  };
  return {
    now,
    isVisible,
    isRequired: (field: FieldInfo): boolean => rules.isRequired(field, now),
    /** What was typed into a field that no longer shows is not meant. */
    shown: (values: Values): Values =>
      Object.fromEntries(Object.entries(values).filter(([name]) => isShown(name))),
  };
}

import { useMemo } from "react";
import { type ObjectInfo, useObjects } from "../../data/objects.ts";
import { useMe } from "../../data/session.ts";
import { type FormRules, formRules } from "./form-rules.ts";

/** The rules of an object's fields for whoever looks at it. */
export function useFormRules(object: ObjectInfo): FormRules {
  const objects = useObjects();
  const me = useMe();
  return useMemo(() => formRules(object, objects, me), [object, objects, me]);
}

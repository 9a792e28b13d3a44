import { checkExpression } from "../../../shared/expression/check.ts";
import { describe } from "../../../shared/expression/describe.ts";
import { type ObjectInfo, useObjects } from "../../data/objects.ts";
import { useLanguage } from "../../kit/language.tsx";

/** Says a condition in the reader's words; one that no longer holds as it is written. */
export function useConditionInWords(object: ObjectInfo): (text: string) => string {
  const { language } = useLanguage();
  const objects = useObjects();
  return (text) => {
    const schema = { object: (name: string) => objects.get(name), objects };
    const checked = checkExpression(text, { schema, object: object.name, expects: "boolean" });
    return checked.ok ? describe(checked.expression, schema, language) : text;
  };
}

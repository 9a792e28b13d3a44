import { checkExpression } from "../../../shared/expression/check.ts";
import { describe } from "../../../shared/expression/describe.ts";
import { useObjects } from "../../data/objects.ts";
import { useLanguage } from "../../kit/language.tsx";

export interface ConditionWordsProps {
  readonly object: string;
  /** Expression text. */
  readonly text: string;
}
/** A condition in words, or its text where it no longer holds. */
export function ConditionWords({ object, text }: ConditionWordsProps) {
  const { language } = useLanguage();
  const objects = useObjects();
  const schema = { object: (name: string) => objects.get(name), objects };
  const checked = checkExpression(text, { schema, object, expects: "boolean" });
  return checked.ok ? <>{describe(checked.expression, schema, language)}</> : <code>{text}</code>;
}

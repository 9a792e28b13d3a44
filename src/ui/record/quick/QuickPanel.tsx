import type { FieldInfo } from "../../data/objects.ts";
import { useExpressionText } from "../condition/use-expression-text.ts";
import { AmountPanel } from "./AmountPanel.tsx";
import { ChoicePanel, YesNoPanel } from "./ChoicePanel.tsx";
import { DayPanel } from "./DayPanel.tsx";
import { quickOf, withQuick } from "./quick-condition.ts";
import type { QuickFiltersProps } from "./QuickFilters.tsx";

/** Where one quick filter is chosen; what is chosen holds at once. */
export function QuickPanel({
  object,
  field,
  filter,
  onFilter,
}: QuickFiltersProps & { readonly field: FieldInfo }) {
  const { options } = useExpressionText(object);
  const panel = {
    object,
    field,
    quick: quickOf(filter, field.name, options),
    onText: (text: string) => onFilter(withQuick(filter, field.name, text, options)),
  };
  if (field.kind === "date" || field.kind === "datetime") return <DayPanel {...panel} />;
  if (field.kind === "money") return <AmountPanel {...panel} />;
  return field.kind === "boolean" ? <YesNoPanel {...panel} /> : <ChoicePanel {...panel} />;
}

import type { ObjectInfo } from "../../data/objects.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { quickFields } from "./quick-fields.ts";
import { QuickChip } from "./QuickChip.tsx";
import { quickMessages } from "./quick.messages.ts";
import * as styles from "./QuickFilters.module.css";

export interface QuickFiltersProps {
  readonly object: ObjectInfo;
  /** Expression text: that of the address, as the condition builder has it. */
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}
/** Above a list: the fields most often filtered by, each a chip that says what is chosen. */
export function QuickFilters(props: QuickFiltersProps) {
  const { object } = props;
  const { t } = useLanguage();
  const narrow = useIsNarrow();
  const fields = quickFields(object);
  if (narrow || fields.length === 0) return null;
  return (
    <div className={styles.row} data-part="quick-filters" role="group" aria-label={t(quickMessages.chips)}>
      {fields.map((field) => (
        <QuickChip key={field.name} {...props} field={field} />
      ))}
    </div>
  );
}

import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { useExpressionText } from "../condition/use-expression-text.ts";
import { quickOf, withQuick } from "./quick-condition.ts";
import type { QuickChipProps } from "./QuickChip.tsx";
import { quickMessages } from "./quick.messages.ts";
import { useQuickWords } from "./use-quick-words.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./QuickSaid.module.css";

/** What is chosen at a quick filter, behind its name. */
export function QuickSaid({ object, field, filter }: QuickChipProps) {
  const { options } = useExpressionText(object);
  const said = useQuickWords(object, field, quickOf(filter, field.name, options));
  if (said === "") return null;
  return (
    <span className={`${styles.said} ${base.clip}`} data-part="quick-said">
      {said}
    </span>
  );
}

/** Takes away what is chosen there. */
export function QuickClear({ object, field, filter, onFilter }: QuickChipProps) {
  const { t, of } = useLanguage();
  const { options } = useExpressionText(object);
  if (quickOf(filter, field.name, options).is === "none") return null;
  return (
    <button
      type="button"
      className={styles.clear}
      aria-label={t(quickMessages.clear, { field: of(field.label, field.name) })}
      onClick={() => onFilter(withQuick(filter, field.name, "", options))}
    >
      <Icon name="close" size={12} />
    </button>
  );
}

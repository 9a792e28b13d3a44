import { Suspense } from "react";
import type { FieldInfo } from "../../data/objects.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { Popover } from "../../kit/Overlay.tsx";
import { BELOW, ToolPanel } from "../list/ToolPanel.tsx";
import { quickMessages } from "./quick.messages.ts";
import type { QuickFiltersProps } from "./QuickFilters.tsx";
import * as base from "../../kit/base.module.css";
import * as styles from "./QuickChip.module.css";

const QuickPanel = lazily(() => import("./QuickPanel.tsx").then((m) => m.QuickPanel));
const QuickSaid = lazily(() => import("./QuickSaid.tsx").then((m) => m.QuickSaid));
const QuickClear = lazily(() => import("./QuickSaid.tsx").then((m) => m.QuickClear));

export interface QuickChipProps extends QuickFiltersProps {
  readonly field: FieldInfo;
}
/** One quick filter: its field, what is chosen, and the panel to choose in. */
export function QuickChip(props: QuickChipProps) {
  const { field, filter } = props;
  const { t, of } = useLanguage();
  const isFiltered = filter !== "";
  return (
    <span className={styles.chip} data-part="quick-filter">
      <Popover
        {...BELOW}
        content={
          <ToolPanel>
            <QuickPanel {...props} />
          </ToolPanel>
        }
      >
        <button type="button" className={styles.words}>
          <span className={base.srOnly}>{t(quickMessages.filterBy)}</span>
          <span>{of(field.label, field.name)}</span>
          <Suspense>{isFiltered && <QuickSaid {...props} />}</Suspense>
          <Icon name="down" size={12} className={styles.down} />
        </button>
      </Popover>
      <Suspense>{isFiltered && <QuickClear {...props} />}</Suspense>
    </span>
  );
}

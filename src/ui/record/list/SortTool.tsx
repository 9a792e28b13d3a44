import type { ObjectInfo } from "../../data/objects.ts";
import { Popover } from "../../kit/Overlay.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { BELOW, ToolPanel } from "./ToolPanel.tsx";
import * as listStyles from "./list.module.css";
import * as styles from "./SortTool.module.css";

const SortPanel = lazily(() => import("./SortPanel.tsx").then((m) => m.SortPanel));

export interface SortToolProps {
  readonly object: ObjectInfo;
  /** The order that is shown. */
  readonly sort: string;
  /** Whether it was chosen here. */
  readonly chosen: boolean;
  readonly hidden: boolean;
  readonly onSort: (sort: string) => void;
}
/** The order of a list; a board has none. */
export function SortTool({ object, sort, chosen, hidden, onSort }: SortToolProps) {
  const { t } = useLanguage();
  return (
    <Popover
      {...BELOW}
      content={
        <ToolPanel>
          <SortPanel object={object} sort={sort} onSort={onSort} />
        </ToolPanel>
      }
    >
      <QuietButton
        icon="sort"
        on={chosen}
        aria-label={t(recordScreenMessages.sort)}
        className={hidden ? styles.hidden : undefined}
      >
        <span className={listStyles.wideOnly}>{t(recordScreenMessages.sort)}</span>
      </QuietButton>
    </Popover>
  );
}

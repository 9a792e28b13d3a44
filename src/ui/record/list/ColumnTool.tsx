import type { ObjectInfo } from "../../data/objects.ts";
import { Popover } from "../../kit/Overlay.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { recordScreenMessages } from "../record.messages.ts";
import type { LayoutTools } from "./columns.ts";
import { ToolPanel } from "./ToolPanel.tsx";
import * as listStyles from "./list.module.css";

const ColumnPanel = lazily(() => import("./ColumnPanel.tsx").then((m) => m.ColumnPanel));

export interface ColumnToolProps {
  readonly object: ObjectInfo;
  readonly layout: LayoutTools;
  /** What the cards of a board show instead. */
  readonly cards: boolean;
}
/** The columns of a list, or the fields on cards, on a screen that is wide enough to choose them. */
export function ColumnTool({ object, layout, cards }: ColumnToolProps) {
  const { t } = useLanguage();
  return (
    <Popover
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={
        <ToolPanel>
          <ColumnPanel object={object} layout={layout} cards={cards} />
        </ToolPanel>
      }
    >
      <QuietButton icon="columns" className={listStyles.wideOnly}>
        {t(cards ? recordScreenMessages.cardFields : recordScreenMessages.columns)}
      </QuietButton>
    </Popover>
  );
}

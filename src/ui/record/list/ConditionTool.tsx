import { useState } from "react";
import type { ObjectInfo } from "../../data/objects.ts";
import { Popover } from "../../kit/Overlay.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { BELOW, ToolPanel } from "./ToolPanel.tsx";

const ConditionPanel = lazily(() => import("../condition/ConditionPanel.tsx").then((m) => m.ConditionPanel));

export interface ConditionToolProps {
  readonly object: ObjectInfo;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}
/** The conditions of a list, and the way to be rid of them. */
export function ConditionTool({ object, filter, onFilter }: ConditionToolProps) {
  const { t } = useLanguage();
  const [filtering, setFiltering] = useState(false);
  return (
    <>
      <Popover
        {...BELOW}
        open={filtering}
        onOpenChange={setFiltering}
        content={
          <ToolPanel>
            <ConditionPanel
              object={object}
              value={filter}
              onChange={onFilter}
              onClose={() => setFiltering(false)}
            />
          </ToolPanel>
        }
      >
        <QuietButton icon="filter" on={filter !== ""}>
          {t(recordScreenMessages.conditions)}
        </QuietButton>
      </Popover>
      {filter !== "" && (
        <QuietButton
          icon="close"
          aria-label={t(recordScreenMessages.clearConditions)}
          onClick={() => onFilter("")}
        />
      )}
    </>
  );
}

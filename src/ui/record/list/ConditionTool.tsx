import { Suspense, useState } from "react";
import type { ObjectInfo } from "../../data/objects.ts";
import { Popover } from "../../kit/Overlay.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { BELOW, ToolPanel } from "./ToolPanel.tsx";

const ConditionPanel = lazily(() => import("../condition/ConditionPanel.tsx").then((m) => m.ConditionPanel));
const FilterSheet = lazily(() => import("../quick/FilterSheet.tsx").then((m) => m.FilterSheet));

export interface ConditionToolProps {
  readonly object: ObjectInfo;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}
/** The conditions of a list, and the way to be rid of them; on a phone a sheet with the quick filters, too. */
export function ConditionTool({ object, filter, onFilter }: ConditionToolProps) {
  const { t } = useLanguage();
  const narrow = useIsNarrow();
  const [filtering, setFiltering] = useState(false);
  const close = () => setFiltering(false);
  const opens = (
    <QuietButton icon="filter" on={filter !== ""} onClick={narrow ? () => setFiltering(true) : undefined}>
      {t(recordScreenMessages.conditions)}
    </QuietButton>
  );
  const panel = <ConditionPanel object={object} value={filter} onChange={onFilter} onClose={close} />;
  return (
    <>
      {narrow ? (
        opens
      ) : (
        <Popover
          {...BELOW}
          open={filtering}
          onOpenChange={setFiltering}
          content={<ToolPanel>{panel}</ToolPanel>}
        >
          {opens}
        </Popover>
      )}
      {narrow && filtering && (
        <Suspense>
          <FilterSheet object={object} filter={filter} onFilter={onFilter} onClose={close} />
        </Suspense>
      )}
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

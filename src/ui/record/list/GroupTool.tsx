import { useState } from "react";
import type { ObjectInfo } from "../../data/objects.ts";
import { Popover } from "../../kit/Overlay.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { groupingOf } from "../group/grouping.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { BELOW, ToolPanel } from "./ToolPanel.tsx";
import * as listStyles from "./list.module.css";

const GroupPanel = lazily(() => import("../group/GroupPanel.tsx").then((m) => m.GroupPanel));

export interface GroupToolProps {
  readonly object: ObjectInfo;
  readonly group: string;
  readonly onGroup: (group: string) => void;
}
/** What a list is grouped by. */
export function GroupTool({ object, group, onGroup }: GroupToolProps) {
  const { t, of } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const field = groupingOf(object, group)?.field;
  const tool = t(recordScreenMessages.group);
  const words = field ? `${tool}: ${of(field.label, field.name)}` : tool;
  return (
    <Popover
      {...BELOW}
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <ToolPanel>
          <GroupPanel
            object={object}
            group={group}
            onGroup={(next) => {
              setOpen(false);
              onGroup(next);
            }}
          />
        </ToolPanel>
      }
    >
      <QuietButton icon="group" on={field !== undefined} aria-label={words}>
        <span className={listStyles.wideOnly}>{words}</span>
      </QuietButton>
    </Popover>
  );
}

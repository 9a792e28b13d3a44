import type { ObjectInfo } from "../../data/objects.ts";
import type { SavedView } from "../../data/views.ts";
import { Dropdown } from "../../kit/Overlay.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import type { ListState } from "../list/list-state.ts";
import { boardMessages } from "./board.messages.ts";
import { laneFields } from "./lane-field.ts";
import { useBoardLanes } from "./use-board-lanes.ts";

export interface LaneToolProps {
  readonly object: ObjectInfo;
  readonly state: ListState;
  readonly view: SavedView | null;
  readonly change: (change: Partial<ListState>, how?: "push" | "replace") => void;
}
/** Divides a board into lanes. */
export function LaneTool({ object, state, view, change }: LaneToolProps) {
  const { t, of } = useLanguage();
  const { lanes, keep } = useBoardLanes(object, state, view);
  const fields = laneFields(object);
  if (fields.length === 0) return null;
  const by = fields.find(({ name }) => name === lanes);
  const items = [
    { key: "", label: t(boardMessages.noLanes) },
    ...fields.map(({ name, label }) => ({
      key: name,
      label: t(boardMessages.laneBy, { field: of(label, name) }),
    })),
  ];
  return (
    <Dropdown
      placement="bottomRight"
      menu={{
        items,
        selectable: true,
        selectedKeys: [by?.name ?? ""],
        onClick: ({ key }) => change({ lanes: keep(key) }, "replace"),
      }}
    >
      <QuietButton icon="menu" on={by !== undefined} title={t(boardMessages.lanes)}>
        {by ? t(boardMessages.laneBy, { field: of(by.label, by.name) }) : t(boardMessages.lanes)}
      </QuietButton>
    </Dropdown>
  );
}

import { Suspense } from "react";
import type { ObjectInfo } from "../../data/objects.ts";
import type { SavedView } from "../../data/views.ts";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { AsOfToggle } from "../time/AsOfToggle.tsx";
import { ColumnTool } from "./ColumnTool.tsx";
import type { LayoutTools } from "./columns.ts";
import { ConditionTool } from "./ConditionTool.tsx";
import { GroupTool } from "./GroupTool.tsx";
import type { ListMode, ListState } from "./list-state.ts";
import { QuickSearch } from "./QuickSearch.tsx";
import { SortTool } from "./SortTool.tsx";
import { UnitSwitch } from "./UnitSwitch.tsx";
import * as base from "../../kit/base.module.css";
import * as styles from "./ListTools.module.css";

const LaneTool = lazily(() => import("../board/LaneTool.tsx").then((m) => m.LaneTool));
const ViewMenu = lazily(() => import("./ViewMenu.tsx").then((m) => m.ViewMenu));

export interface ListToolsProps {
  readonly object: ObjectInfo;
  readonly state: ListState;
  readonly change: (change: Partial<ListState>, how?: "push" | "replace") => void;
  readonly layout: LayoutTools;
  readonly sort: string;
  /** What the list is grouped by, as its address says. */
  readonly group: string;
  readonly view: SavedView | null;
  readonly mode: ListMode;
  readonly measure: string;
}

export function ListTools(props: ListToolsProps) {
  const { object, state, change, layout, sort, group, view, mode } = props;
  const { t, of } = useLanguage();
  const narrow = useIsNarrow();
  const hasMoney = layout.columns.some(
    (column) => column.field.kind === "money" || column.field.kind === "rollup",
  );
  return (
    <div className={styles.listTools}>
      <QuickSearch
        key={object.name}
        label={t(recordScreenMessages.searchIn, { object: of(object.plural) })}
        hint={narrow ? t(recordScreenMessages.search) : undefined}
        value={state.search}
        onChange={(search) => change({ search }, "replace")}
      />
      <ConditionTool object={object} filter={state.filter} onFilter={(filter) => change({ filter })} />
      <SortTool
        object={object}
        sort={sort}
        chosen={state.sort !== ""}
        hidden={mode !== "list"}
        onSort={(next) => change({ sort: next })}
      />
      {mode !== "board" && (
        <GroupTool object={object} group={group} onGroup={(next) => change({ group: next })} />
      )}
      <AsOfToggle
        value={state.since || state.asOf}
        onChange={(asOf) => change({ asOf, since: "", part: "" })}
      />
      <span className={`${base.grow} ${styles.listToolsGrow}`} />
      {hasMoney && mode !== "chart" && <UnitSwitch />}
      <Suspense>
        <ViewMenu {...props} />
      </Suspense>
      {mode === "board" && (
        <Suspense>
          <LaneTool object={object} state={state} view={view} change={change} />
        </Suspense>
      )}
      <ColumnTool object={object} layout={layout} cards={mode === "board"} />
    </div>
  );
}

import { Popover } from "antd";
import { Suspense, useEffect, useState } from "react";
import { useSettled } from "../../data/duplicates.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import type { SavedView } from "../../data/views.ts";
import { useMoneyUnit } from "../../field/money-unit.ts";
import { Ghost } from "../../kit/Ghost.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { kitTexts } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { WITHIN_SCREEN } from "../../kit/within-screen.ts";
import { lazily } from "../../kit/lazily.ts";
import type { MoneyUnit } from "../../kit/money-text.ts";
import { Skeleton } from "../../kit/States.tsx";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { recordTexts } from "../record.messages.ts";
import { AsOfToggle } from "../time/AsOfToggle.tsx";
import type { LayoutTools } from "./columns.ts";
import type { ListState } from "./list-state.ts";

const ConditionPanel = lazily(() => import("../condition/ConditionPanel.tsx").then((m) => m.ConditionPanel));
const ColumnPanel = lazily(() => import("./ColumnPanel.tsx").then((m) => m.ColumnPanel));
const SortPanel = lazily(() => import("./SortPanel.tsx").then((m) => m.SortPanel));
const ViewMenu = lazily(() => import("./ViewMenu.tsx").then((m) => m.ViewMenu));

export interface ListToolsProps {
  readonly object: ObjectInfo;
  readonly state: ListState;
  readonly change: (change: Partial<ListState>, how?: "push" | "replace") => void;
  readonly layout: LayoutTools;
  readonly sort: string;
  readonly view: SavedView | null;
  readonly mode: "list" | "board";
}

const BELOW = {
  trigger: "click",
  placement: "bottomLeft",
  align: WITHIN_SCREEN,
  arrow: false,
  destroyOnHidden: true,
} as const;

export function ListTools({ object, state, change, layout, sort, view, mode }: ListToolsProps) {
  const { t, of } = useLanguage();
  const narrow = useIsNarrow();
  const [filtering, setFiltering] = useState(false);
  const hasMoney = layout.columns.some(
    (column) => column.field.kind === "money" || column.field.kind === "rollup",
  );
  const panel = (content: React.ReactNode) => (
    <div className="popover">
      <Suspense fallback={<Skeleton rows={3} />}>{content}</Suspense>
    </div>
  );
  return (
    <div className="list-tools">
      <QuickSearch
        key={object.name}
        label={t(recordTexts.searchIn, { object: of(object.plural) })}
        hint={narrow ? t(recordTexts.search) : undefined}
        value={state.search}
        onChange={(search) => change({ search }, "replace")}
      />
      <Popover
        {...BELOW}
        open={filtering}
        onOpenChange={setFiltering}
        content={panel(
          <ConditionPanel
            object={object}
            value={state.filter}
            onChange={(filter) => change({ filter })}
            onClose={() => setFiltering(false)}
          />,
        )}
      >
        <Ghost icon="filter" on={state.filter !== ""}>
          {t(recordTexts.conditions)}
        </Ghost>
      </Popover>
      {state.filter !== "" && (
        <Ghost
          icon="close"
          aria-label={t(recordTexts.clearConditions)}
          onClick={() => change({ filter: "" })}
        />
      )}
      <Popover
        {...BELOW}
        content={panel(<SortPanel object={object} sort={sort} onSort={(next) => change({ sort: next })} />)}
      >
        <Ghost
          icon="sort"
          on={state.sort !== ""}
          aria-label={t(recordTexts.sort)}
          className={mode === "board" ? "hidden" : undefined}
        >
          <span className="wide-only">{t(recordTexts.sort)}</span>
        </Ghost>
      </Popover>
      <AsOfToggle
        value={state.since || state.asOf}
        onChange={(asOf) => change({ asOf, since: "", part: "" })}
      />
      <span className="grow" />
      {hasMoney && <UnitSwitch />}
      <Suspense>
        <ViewMenu
          object={object}
          state={state}
          change={change}
          layout={layout}
          view={view}
          mode={mode}
          sort={sort}
        />
      </Suspense>
      {mode === "list" && (
        <Popover
          trigger="click"
          placement="bottomRight"
          arrow={false}
          destroyOnHidden
          content={panel(<ColumnPanel object={object} layout={layout} />)}
        >
          <Ghost icon="columns" className="wide-only">
            {t(recordTexts.columns)}
          </Ghost>
        </Popover>
      )}
    </div>
  );
}

interface QuickSearchProps {
  readonly label: string;
  /** Shorter words for a narrow box. */
  readonly hint: string | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
}
function QuickSearch({ label, hint, value, onChange }: QuickSearchProps) {
  const [text, setText] = useState(value);
  const settled = useSettled(text, 250);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (settled !== value && settled === text) onChange(settled.trim());
    // Only what was typed moves the address; a new address only fills the box.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    // Not the kit's input: a list's first paint waits for every kilobyte.
    <span className="quick-search">
      <Icon name="search" size={14} />
      <input
        type="search"
        value={text}
        placeholder={hint ?? label}
        aria-label={label}
        onChange={(event) => setText(event.target.value)}
      />
    </span>
  );
}

const UNITS: readonly { unit: MoneyUnit; label: (typeof kitTexts)["wan"] }[] = [
  { unit: "one", label: kitTexts.yuan },
  { unit: "wan", label: kitTexts.wan },
  { unit: "yi", label: kitTexts.yi },
];
function UnitSwitch() {
  const { t } = useLanguage();
  const [unit, setUnit] = useMoneyUnit();
  return (
    <div className="segmented wide-only" role="group" aria-label={t(recordTexts.unitLabel)}>
      {UNITS.map((one) => (
        <Ghost
          key={one.unit}
          on={unit === one.unit}
          aria-pressed={unit === one.unit}
          onClick={() => setUnit(one.unit)}
        >
          {t(one.label)}
        </Ghost>
      ))}
    </div>
  );
}

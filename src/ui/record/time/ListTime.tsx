import type { ObjectInfo } from "../../data/objects.ts";
import { useRecords } from "../../data/records.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { SINCE_PARTS, type SincePart } from "../list/list-state.ts";
import type { ListPageTools } from "../list/use-list-page.ts";
import { dayOf } from "./past-day.ts";
import { sinceParts } from "./since.ts";
import { timeMessages } from "./time.messages.ts";
import { TimeBar } from "./TimeBar.tsx";
import * as quietButtonStyles from "../../kit/QuietButton.module.css";
import * as listStyles from "../list/list.module.css";

const PART_TEXTS = {
  new: timeMessages.partNew,
  changed: timeMessages.partChanged,
  gone: timeMessages.partGone,
} as const;

/** Over a list or board: the past day that is shown, or what has changed since one. */
export function ListTime({ page }: { readonly page: ListPageTools }) {
  const { t } = useLanguage();
  const { object, state, change, scoped } = page;
  const isSince = state.since !== "" && state.asOf === "";
  const leave = () => change({ asOf: "", since: "", part: "" });
  if (!isSince)
    return (
      <TimeBar
        object={object.name}
        value={state.asOf}
        onChange={(asOf) => change({ asOf }, "replace")}
        onLeave={leave}
      >
        <QuietButton
          icon="transfer"
          className={quietButtonStyles.bordered}
          onClick={() => change({ asOf: "", since: dayOf(state.asOf), part: "" })}
        >
          {t(timeMessages.compare)}
        </QuietButton>
      </TimeBar>
    );
  return (
    <TimeBar
      object={object.name}
      value={state.since}
      title={t(timeMessages.since, { day: state.since })}
      note={
        <Parts
          object={object}
          scoped={scoped}
          search={state.search}
          since={state.since}
          value={state.part}
          onChange={(part) => change({ part })}
        />
      }
      onChange={(since) => change({ since }, "replace")}
      onLeave={leave}
    >
      <QuietButton
        icon="history"
        className={quietButtonStyles.bordered}
        onClick={() => change({ asOf: state.since, since: "", part: "" })}
      >
        {t(timeMessages.stopCompare)}
      </QuietButton>
    </TimeBar>
  );
}

interface PartsProps {
  readonly object: ObjectInfo;
  readonly scoped: string;
  readonly search: string;
  readonly since: string;
  readonly value: SincePart | "";
  readonly onChange: (part: SincePart | "") => void;
}
/** How many are new, changed and gone; each narrows the list to them. */
function Parts({ object, scoped, search, since, value, onChange }: PartsProps) {
  const { t } = useLanguage();
  const parts = sinceParts(object, scoped, since);
  const counts = {
    new: useCount(object, parts.new, search),
    changed: useCount(object, parts.changed, search),
    gone: useCount(object, parts.gone, search),
  };
  return (
    <span className={listStyles.segmented} role="group" aria-label={t(timeMessages.parts)}>
      <QuietButton on={value === ""} aria-pressed={value === ""} onClick={() => onChange("")}>
        {t(timeMessages.everything)}
      </QuietButton>
      {SINCE_PARTS.map((part) => (
        <QuietButton
          key={part}
          on={value === part}
          aria-pressed={value === part}
          onClick={() => onChange(part)}
        >
          {t(PART_TEXTS[part], { count: counts[part] })}
        </QuietButton>
      ))}
    </span>
  );
}

function useCount(
  object: ObjectInfo,
  { filter, asOf }: { readonly filter: string; readonly asOf: string },
  search: string,
): string {
  const { data } = useRecords(object.name, {
    filter,
    search,
    as_of: asOf,
    fields: "id",
    limit: 1,
    count: "bounded",
  });
  return data?.total === undefined ? "…" : data.more ? "10,000+" : String(data.total);
}

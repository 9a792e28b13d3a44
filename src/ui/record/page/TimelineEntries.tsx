import { Link } from "react-router";
import { type ObjectInfo, useObjects } from "../../data/objects.ts";
import type { TimelineEntry } from "../../../shared/wire/changes.contract.ts";
import { idOf, textValue } from "../../data/values.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { Icon, objectIcon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { monthText } from "../../kit/time-text.ts";
import { useEventLine } from "../panels.tsx";
import { AttachedEvent } from "./AttachedEvent.tsx";
import { byMonth, isLine } from "./by-month.ts";
import { ChangeEvent } from "./event-words.tsx";
import { foldTakenBack } from "./taken-back.ts";
import * as styles from "./timeline.module.css";

export interface TimelineEntriesProps {
  readonly object: ObjectInfo;
  readonly entries: readonly TimelineEntry[];
  /** See `AttachedEvent`. */
  readonly onChanged: (() => void) | null;
}
/** Month by month: records that hang on this one, lines of the modules, changes. */
export function TimelineEntries({ object, entries, onChanged }: TimelineEntriesProps) {
  const { language } = useLanguage();
  const objects = useObjects();
  const lineFor = useEventLine();
  return byMonth(foldTakenBack(entries)).map((month) => (
    <section key={month.month}>
      <h3 className={styles.month}>{monthText(month.month, language)}</h3>
      <ol>
        {month.entries.map((entry) => {
          const { data, type, of } = entry;
          const key = keyOf(entry);
          const around = of ? <Around of={of} /> : null;
          const Line = lineFor(textValue(data.about));
          if (Line) return <Line key={key} entry={data} around={around} />;
          const whose = isLine(entry) && of ? objects.get(of.object) : object;
          if (isLine(entry))
            return whose ? (
              <ChangeEvent key={key} object={whose} change={entry.data} short around={around} />
            ) : null;
          const kind = objects.get(type);
          return kind ? (
            <AttachedEvent
              key={key}
              object={kind}
              at={entry.at}
              record={data}
              around={around}
              onChanged={onChanged}
            />
          ) : null;
        })}
      </ol>
    </section>
  ));
}

const keyOf = ({ type, data, at }: TimelineEntry): string =>
  `${type} ${textValue(data.seq) || idOf(data) || at}`;

/** The deal or contact around which it happened, in the timeline of its account. */
function Around({ of }: { readonly of: NonNullable<TimelineEntry["of"]> }) {
  const { of: words } = useLanguage();
  const object = useObjects().get(of.object);
  const { title } = of;
  if (!object || !title) return null;
  return (
    <Link className={styles.around} to={recordPath(object.name, of.id)}>
      <Icon name={objectIcon(object.icon)} size={12} label={words(object.label)} /> {title}
    </Link>
  );
}

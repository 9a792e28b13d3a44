import { Link } from "react-router";
import { type ObjectInfo, useObjects } from "../../data/objects.ts";
import type { Described, TimelineEntry } from "../../../shared/wire/changes.contract.ts";
import { idOf, textValue } from "../../data/values.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { Icon, objectIcon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { useEventLine } from "../panels.tsx";
import { AttachedEvent } from "./AttachedEvent.tsx";
import { ChangeEvent } from "./event-words.tsx";
import * as styles from "./TimelineEntries.module.css";

export interface TimelineEntriesProps {
  readonly object: ObjectInfo;
  readonly entries: readonly TimelineEntry[];
}
/** The entries one under another: lines of the modules, changes, and records that hang on this one. */
export function TimelineEntries({ object, entries }: TimelineEntriesProps) {
  const objects = useObjects();
  const lineFor = useEventLine();
  return (
    <ol>
      {entries.map((entry, place) => {
        const { data, type, of } = entry;
        const around = of ? <Around of={of} /> : null;
        const Line = lineFor(textValue(data.about));
        if (Line) return <Line key={`c${textValue(data.seq)}`} entry={data} around={around} />;
        if (isLine(entry)) {
          const whose = of ? objects.get(of.object) : object;
          return whose ? (
            <ChangeEvent
              key={`c${entry.data.seq}`}
              object={whose}
              change={entry.data}
              short
              around={around}
            />
          ) : null;
        }
        const kind = objects.get(type);
        return kind ? (
          <AttachedEvent
            key={idOf(data) || place}
            object={kind}
            at={entry.at}
            record={data}
            around={around}
          />
        ) : null;
      })}
    </ol>
  );
}

/** A line of the log; anything else hangs on the record, or is told by a module. */
const isLine = (entry: TimelineEntry): entry is TimelineEntry & { readonly data: Described } =>
  entry.type === "change";

/** The deal or contact around which it happened, in the timeline of its account. */
function Around({ of }: { readonly of: NonNullable<TimelineEntry["of"]> }) {
  const { of: words } = useLanguage();
  const object = useObjects().get(of.object);
  const { title } = of;
  if (!object || !title) return null;
  return (
    <Link className={styles.eventAround} to={recordPath(object.name, of.id)}>
      <Icon name={objectIcon(object.icon)} size={12} label={words(object.label)} /> {title}
    </Link>
  );
}

import { Link } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import { type ObjectInfo, useObjects } from "../../data/objects.ts";
import { idOf, isMap, textValue } from "../../data/values.ts";
import { recordPath } from "../../field/LinkCell.tsx";
import { Icon, objectIcon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { useEventLine } from "../panels.tsx";
import { AttachedEvent } from "./AttachedEvent.tsx";
import { ChangeEvent } from "./event-words.tsx";

export interface TimelineEntriesProps {
  readonly object: ObjectInfo;
  readonly entries: readonly Values[];
}
/** The entries one under another: lines of the modules, changes, and records that hang on this one. */
export function TimelineEntries({ object, entries }: TimelineEntriesProps) {
  const objects = useObjects();
  const lineFor = useEventLine();
  return (
    <ol>
      {entries.map((entry, place) => {
        const data = isMap(entry["data"]) ? entry["data"] : {};
        const type = textValue(entry["type"]);
        const of = isMap(entry["of"]) ? entry["of"] : null;
        const around = of ? <Around of={of} /> : null;
        const Line = lineFor(textValue(data["about"]));
        if (Line) return <Line key={`c${textValue(data["seq"])}`} entry={data} around={around} />;
        if (type === "change") {
          const whose = of ? objects.get(textValue(of["object"])) : object;
          return whose ? (
            <ChangeEvent
              key={`c${textValue(data["seq"])}`}
              object={whose}
              change={data}
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
            at={textValue(entry["at"])}
            record={data}
            around={around}
          />
        ) : null;
      })}
    </ol>
  );
}

/** The deal or contact around which it happened, in the timeline of its account. */
function Around({ of }: { readonly of: Values }) {
  const { of: words } = useLanguage();
  const object = useObjects().get(textValue(of["object"]));
  const title = textValue(of["title"]);
  if (!object || !title) return null;
  return (
    <Link className="event-around" to={recordPath(object.name, textValue(of["id"]))}>
      <Icon name={objectIcon(object.icon)} size={12} label={words(object.label)} /> {title}
    </Link>
  );
}

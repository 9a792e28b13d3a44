import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import { useHistory } from "../../data/history.ts";
import { can, type ObjectInfo, useObjects } from "../../data/objects.ts";
import { idOf, isMap, textValue } from "../../data/values.ts";
import { plainText } from "../../field/sanitise-html.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { recordPath } from "../../field/LinkCell.tsx";
import { Ghost } from "../../kit/Ghost.tsx";
import { Icon, objectIcon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../kit/States.tsx";
import { useEventLine } from "../panels.tsx";
import { RichText } from "./RichText.tsx";
import { recordTexts } from "../record.messages.ts";
import { ActivityComposer } from "./ActivityComposer.tsx";
import { ChangeEvent, When } from "./event-words.tsx";

/** What happened around a record, newest first, with a place to log the next thing. */
export function TimelineTab({
  object,
  record,
  asOf,
}: {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly asOf: string | null;
}) {
  const { t } = useLanguage();
  const objects = useObjects();
  const readOnly = asOf !== null;
  const [show, setShow] = useState<(typeof SHOWN)[number]>("all");
  const history = useHistory(object.name, idOf(record), "timeline", asOf, show);
  const activity = objects.get("activity");
  const link = activity?.byName["regarding"];
  const canLog =
    !readOnly &&
    activity &&
    can(activity, "create") &&
    link?.kind === "link" &&
    link.targets.includes(object.name);
  const lineFor = useEventLine();
  const entries = history.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className="timeline">
      {canLog && <ActivityComposer activity={activity} object={object.name} id={idOf(record)} />}
      <div className="segmented timeline-filter" role="group" aria-label={t(recordTexts.timeline)}>
        {SHOWN.map((name) => (
          <Ghost key={name} on={show === name} aria-pressed={show === name} onClick={() => setShow(name)}>
            {t(SHOWN_TEXTS[name])}
          </Ghost>
        ))}
      </div>
      {history.isPending ? (
        <Skeleton rows={5} />
      ) : history.isError ? (
        <Failure error={history.error} onRetry={() => void history.refetch()} small />
      ) : entries.length === 0 ? (
        <Empty small icon="message" title={t(recordTexts.noHistory)} />
      ) : (
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
      )}
      {history.hasNextPage && (
        <Button type="text" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t(recordTexts.loadMore)}
        </Button>
      )}
    </div>
  );
}

const SHOWN = ["all", "activities", "changes"] as const;
const SHOWN_TEXTS = {
  all: recordTexts.all,
  activities: recordTexts.timeline,
  changes: recordTexts.changes,
} as const;

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

/** Fields that say what an attached record is about, besides its title. */
const BRIEF = ["type", "status", "priority", "due_date", "next_at", "document_type"] as const;

interface AttachedEventProps {
  readonly object: ObjectInfo;
  readonly at: string;
  readonly record: Values;
  readonly around: ReactNode;
}
function AttachedEvent({ object, at, record, around }: AttachedEventProps) {
  const { t, of } = useLanguage();
  const said = ["content", "description", "body"].find((name) => textValue(record[name]));
  const text = said ? textValue(record[said]) : "";
  const isRich = said !== undefined && object.byName[said]?.kind === "rich_text";
  const title = textValue(record[object.title]);
  const owner = object.byName["owner"];
  return (
    <li className="event">
      <span className="event-icon" data-strong>
        <Icon name={objectIcon(object.icon)} size={13} />
      </span>
      <div>
        <div className="event-head">
          {owner && <FieldCell object={object.name} field={owner} record={record} value={record["owner"]} />}
          <span className="muted">{of(object.label)}</span>
          {BRIEF.map((name) => {
            const field = object.byName[name];
            return field ? (
              <FieldCell key={name} object={object.name} field={field} record={record} value={record[name]} />
            ) : null;
          })}
          {around}
          <When at={at} />
        </div>
        {title && !(isRich ? plainText(text) : text).trim().startsWith(title.replace(/…$/, "")) && (
          <Link to={recordPath(object.name, idOf(record))}>{title || t(recordTexts.open)}</Link>
        )}
        {text &&
          (isRich ? (
            <div className="event-text">
              <RichText html={text} />
            </div>
          ) : (
            <p className="event-text">{text}</p>
          ))}
      </div>
    </li>
  );
}

import type { ReactNode } from "react";
import { Link } from "react-router";
import { activity } from "../../../objects/work/activity/activity.object.ts";
import { task } from "../../../objects/work/task/task.object.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { partOf, type Shape } from "../../../shared/metadata/record-of.ts";
import { plainText } from "../../../shared/rich-text/plain-text.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf, isBlank, textValue, titleAt } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { recordPath } from "../../field/LinkCell.tsx";
import { objectIcon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { Said } from "../../kit/Said.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { EventMenu } from "./EventMenu.tsx";
import { sentenceOf } from "./event-sentence.ts";
import { EventText } from "./EventText.tsx";
import { When } from "./event-words.tsx";
import { RichText } from "./RichText.tsx";
import { TimelineEvent, Who } from "./TimelineEvent.tsx";
import * as styles from "./timeline.module.css";

/** Of what kind so ever it is, as far as it has them. */
const brief = {
  fields: { contact: activity.fields.contact, status: task.fields.status },
} as const satisfies Shape;
/** What is said behind the sentence while there is something to be done. */
const URGENT = ["due_date", "next_at", "priority"] as const;

export interface AttachedEventProps {
  readonly object: ObjectInfo;
  readonly at: string;
  readonly record: Values;
  readonly around: ReactNode;
  /** Reads the timeline again; null: the past is shown, nothing can be done. */
  readonly onChanged: (() => void) | null;
}
/** A record that hangs on another, told in a sentence; it can be opened, changed and taken away. */
export function AttachedEvent({ object, at, record, around, onChanged }: AttachedEventProps) {
  const said = ["content", "description", "body"].find((name) => textValue(record[name]));
  const text = said ? textValue(record[said]) : "";
  const isRich = said !== undefined && object.byName[said]?.kind === "rich_text";
  const title = textValue(record[object.title]);
  const sentence = sentenceOf(object.name, record, !isBlank(partOf(brief, record).contact));
  const opens = (isRich ? plainText(text) : text).trim().startsWith(title.replace(/…$/, ""));
  const parts = useParts(object, record, title);
  return (
    <TimelineEvent
      icon={objectIcon(object.icon)}
      strong
      head={
        <>
          <span className={styles.sentence}>
            <Said text={sentence} parts={parts} />
          </span>
          <Asides object={object} record={record} />
          {around}
          <When at={at} />
        </>
      }
      menu={onChanged && <EventMenu object={object} record={record} onChanged={onChanged} />}
    >
      {title && !sentence.en.includes("{title}") && !opens && (
        <Link to={recordPath(object.name, idOf(record))}>{title}</Link>
      )}
      {text && <EventText>{isRich ? <RichText html={text} /> : text}</EventText>}
    </TimelineEvent>
  );
}

/** What stands in the places of the sentence. */
function useParts(object: ObjectInfo, record: Values, title: string): Readonly<Record<string, ReactNode>> {
  const { t, of } = useLanguage();
  const cell = (name: string) => (
    <span className={styles.part}>
      <ValueOf object={object} name={name} record={record} />
    </span>
  );
  const who = titleAt(record, "owner") || titleAt(record, "created_by");
  return {
    who: <Who name={who || t(recordScreenMessages.system_actor)} />,
    contact: cell("contact"),
    type: cell("type"),
    object: of(object.label),
    title: <Link to={recordPath(object.name, idOf(record))}>{title || of(object.label)}</Link>,
  };
}

function Asides({ object, record }: { readonly object: ObjectInfo; readonly record: Values }) {
  const isOver = ["done", "cancelled"].includes(textValue(partOf(brief, record).status));
  const names = ["document_type", ...(isOver ? [] : URGENT)].filter(
    (name) => !isBlank(record[name]) && record[name] !== "normal",
  );
  return names.map((name) => (
    <span key={name} className={styles.aside}>
      <ValueOf object={object} name={name} record={record} />
    </span>
  ));
}

function ValueOf({
  object,
  name,
  record,
}: {
  readonly object: ObjectInfo;
  readonly name: string;
  readonly record: Values;
}) {
  const field = object.byName[name];
  return field ? <FieldCell object={object.name} field={field} record={record} value={record[name]} /> : null;
}

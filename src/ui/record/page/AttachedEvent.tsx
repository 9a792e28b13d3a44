import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import { plainText } from "../../../shared/rich-text/plain-text.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { recordPath } from "../../field/LinkCell.tsx";
import { Icon, objectIcon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { When } from "./event-words.tsx";
import { RichText } from "./RichText.tsx";
import * as base from "../../kit/base.module.css";
import * as eventStyles from "./event.module.css";

/** Fields that say what an attached record is about, besides its title. */
const BRIEF = ["type", "status", "priority", "due_date", "next_at", "document_type"] as const;

export interface AttachedEventProps {
  readonly object: ObjectInfo;
  readonly at: string;
  readonly record: Values;
  readonly around: ReactNode;
}
/** A record that hangs on another, as an entry of its timeline. */
export function AttachedEvent({ object, at, record, around }: AttachedEventProps) {
  const { t, of } = useLanguage();
  const said = ["content", "description", "body"].find((name) => textValue(record[name]));
  const text = said ? textValue(record[said]) : "";
  const isRich = said !== undefined && object.byName[said]?.kind === "rich_text";
  const title = textValue(record[object.title]);
  const owner = object.byName["owner"];
  return (
    <li className={eventStyles.event}>
      <span className={eventStyles.eventIcon} data-strong>
        <Icon name={objectIcon(object.icon)} size={13} />
      </span>
      <div>
        <div className={eventStyles.eventHead}>
          {owner && (
            <FieldCell object={object.name} field={owner} record={record} value={record[owner.name]} />
          )}
          <span className={base.muted}>{of(object.label)}</span>
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
          <Link to={recordPath(object.name, idOf(record))}>{title || t(recordScreenMessages.open)}</Link>
        )}
        {text &&
          (isRich ? (
            <div className={eventStyles.eventText}>
              <RichText html={text} />
            </div>
          ) : (
            <p className={eventStyles.eventText}>{text}</p>
          ))}
      </div>
    </li>
  );
}

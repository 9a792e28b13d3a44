import type { Values } from "../../../shared/metadata/object.ts";
import { can, type ObjectInfo, useObject } from "../../data/objects.ts";
import { useRecord } from "../../data/records.ts";
import { linkId, textValue } from "../../data/values.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import type { RecordPanelProps } from "../../slots/record-page.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { RecordMenu } from "./RecordMenu.tsx";
import { RecordPanels } from "./RecordPanels.tsx";
import * as styles from "./ThumbBar.module.css";

export interface ThumbBarProps {
  readonly panel: RecordPanelProps;
  readonly mayDelete: boolean;
  readonly onLog: () => void;
  readonly onGone: () => void;
}
/** On a phone, what one does with a record: call, log, go on, and the rest. */
export function ThumbBar({ panel, mayDelete, onLog, onGone }: ThumbBarProps) {
  const { object, record, asOf } = panel;
  const { t } = useLanguage();
  const phone = usePhone(object, record);
  const activity = useObject("activity");
  const mayLog = asOf === null && activity !== undefined && can(activity, "create");
  return (
    <div className={styles.bar} data-part="thumb-bar">
      {phone && (
        <a className={styles.item} href={`tel:${phone}`}>
          <Icon name="phone" size={18} />
          {t(recordScreenMessages.call)}
        </a>
      )}
      {mayLog && (
        <button type="button" className={styles.item} onClick={onLog}>
          <Icon name="message" size={18} />
          {t(recordScreenMessages.logIt)}
        </button>
      )}
      <span className={styles.onwards}>
        <RecordPanels place="head" props={panel} />
      </span>
      <RecordMenu {...{ object, record, asOf, onGone, mayDelete }} />
    </div>
  );
}

const phoneIn = (object: ObjectInfo | undefined, record: Values | undefined): string | undefined =>
  object?.fields
    .filter((field) => field.kind === "phone" && field.right !== "mask")
    .map((field) => textValue(record?.[field.name]))
    .find(Boolean);

/** Its own number, else that of the contact it names. */
function usePhone(object: ObjectInfo, record: Values): string | undefined {
  const own = phoneIn(object, record);
  const contacts = useObject("contact");
  const link = object.fields.find((field) => field.kind === "link" && field.targets.includes("contact"));
  const id = own || !link ? null : linkId(record[link.name]);
  const contact = useRecord("contact", id ?? "", null, id !== null).data?.data;
  return own ?? phoneIn(contacts, contact);
}

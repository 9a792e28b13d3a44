import { useState } from "react";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { isBlank } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { Popover } from "../../kit/Overlay.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { QueryResult } from "../../kit/QueryResult.tsx";
import { WITHIN_SCREEN } from "../../kit/within-screen.ts";
import { timeText } from "../../kit/time-text.ts";
import { RoadChip } from "../page/event-words.tsx";
import { useActorWords } from "../page/use-actor-words.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { useFieldHistory } from "./version-data.ts";
import { versionMessages } from "./versions.messages.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./FieldHistory.module.css";

interface FieldHistoryProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly id: string;
}

/** Opens all values that a field has had: when, by whom, through which road. */
export function FieldHistoryButton(props: FieldHistoryProps) {
  const { t, of } = useLanguage();
  const [open, setOpen] = useState(false);
  const name = t(versionMessages.fieldHistory, { field: of(props.field.label, props.field.name) });
  return (
    <Popover
      placement="bottomLeft"
      align={WITHIN_SCREEN}
      arrow={false}
      destroyOnHidden
      open={open}
      onOpenChange={setOpen}
      title={name}
      content={<FieldHistory {...props} />}
    >
      <button
        type="button"
        tabIndex={-1}
        className={styles.fieldPast}
        data-open={open || undefined}
        aria-label={name}
        title={name}
      >
        <Icon name="history" size={12} />
      </button>
    </Popover>
  );
}

function FieldHistory({ object, field, id }: FieldHistoryProps) {
  const actorWords = useActorWords();
  const { t } = useLanguage();
  const found = useFieldHistory(object.name, id, field.name);
  return (
    <QueryResult query={found} rows={3} small>
      {(data) => (
        <ol className={styles.fieldPoints}>
          {data.map((point) => (
            <li key={point.from}>
              <span>
                {isBlank(point.value) ? (
                  <span className={base.muted}>{t(recordScreenMessages.empty)}</span>
                ) : (
                  <FieldCell
                    object={object.name}
                    field={field}
                    value={point.value}
                    record={{
                      [field.name]: point.value,
                      titles: point.title ? { [field.name]: point.title } : {},
                    }}
                  />
                )}
              </span>
              <span className={`${base.muted} ${base.line}`}>
                <span className={base.num}>{timeText(point.from)}</span>
                <span>{actorWords(point.by)}</span>
                <RoadChip road={point.road ?? ""} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </QueryResult>
  );
}

import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { groupMessages } from "./group.messages.ts";
import {
  DAY_GROUPS,
  type Grouping,
  groupText,
  groupingOf,
  isDay,
  isGroupable,
  NO_GROUPS,
} from "./grouping.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./GroupPanel.module.css";

export interface GroupPanelProps {
  readonly object: ObjectInfo;
  readonly group: string;
  readonly onGroup: (group: string) => void;
}
/** The fields that a list can be grouped by; days also by how near they are, by week and by month. */
export function GroupPanel({ object, group, onGroup }: GroupPanelProps) {
  const { t, of } = useLanguage();
  const now = groupingOf(object, group);
  const isNow = ({ field, bucket }: Grouping) => now?.field === field && now.bucket === bucket;
  return (
    <ul className={styles.panel} aria-label={t(groupMessages.by)}>
      <li>
        <Choice
          isChosen={now === null}
          words={t(groupMessages.ungrouped)}
          onChoose={() => onGroup(NO_GROUPS)}
        />
      </li>
      {inPanelOrder(object).map((field) =>
        isDay(field) ? (
          <li key={field.name} className={styles.days}>
            <span className={`${base.grow} ${base.clip}`}>{of(field.label, field.name)}</span>
            {dayGroupsOf(field).map((bucket) => (
              <Choice
                key={bucket}
                isChosen={isNow({ field, bucket })}
                words={t(groupMessages[bucket])}
                label={`${of(field.label, field.name)} ${t(groupMessages[bucket])}`}
                onChoose={() => onGroup(groupText({ field, bucket }))}
              />
            ))}
          </li>
        ) : (
          <li key={field.name}>
            <Choice
              isChosen={isNow({ field })}
              words={of(field.label, field.name)}
              onChoose={() => onGroup(groupText({ field }))}
            />
          </li>
        ),
      )}
    </ul>
  );
}

/** What the list shows comes first, what the program keeps by itself last. */
function inPanelOrder(object: ObjectInfo): readonly FieldInfo[] {
  const fields = object.fields.filter(isGroupable);
  const listed = object.list.columns.flatMap((name) => fields.find((field) => field.name === name) ?? []);
  const rest = fields.filter((field) => !listed.includes(field));
  const isOwn = ({ name }: FieldInfo) => !KEPT.includes(name);
  return [...listed, ...rest.filter(isOwn), ...rest.filter((field) => !isOwn(field))];
}
const KEPT: readonly string[] = ["created_at", "created_by", "updated_at", "updated_by"];

/** Only what is due on a day is near or far. */
const dayGroupsOf = ({ kind }: FieldInfo) => DAY_GROUPS.filter((one) => one !== "due" || kind === "date");

interface ChoiceProps {
  readonly isChosen: boolean;
  readonly words: string;
  readonly label?: string;
  readonly onChoose: () => void;
}
const Choice = ({ isChosen, words, label, onChoose }: ChoiceProps) => (
  <button
    type="button"
    className={styles.choice}
    aria-pressed={isChosen}
    aria-label={label}
    onClick={onChoose}
  >
    <span className={base.clip}>{words}</span>
    {isChosen && <Icon name="check" size={14} />}
  </button>
);

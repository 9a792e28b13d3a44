import { type MouseEvent, useState } from "react";
import { task } from "../../../objects/work/task/task.object.ts";
import { partOf } from "../../../shared/metadata/record-of.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf, textValue } from "../../data/values.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { useTell } from "../../kit/use-tell.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { useSaveCell } from "../use-save-cell.ts";
import * as styles from "./TaskTick.module.css";

export interface TaskTickProps {
  readonly object: ObjectInfo;
  readonly record: Values;
}
/** Before the name of an open task: one press and it is done, with a way back. */
export function TaskTick({ object, record }: TaskTickProps) {
  const { t } = useLanguage();
  const tell = useTell();
  const save = useSaveCell(object);
  const [isTicked, setTicked] = useState(false);
  const { status, subject } = partOf(task, record);
  if (status !== "open") return null;
  const tick = async (event: MouseEvent) => {
    event.stopPropagation();
    setTicked(true);
    const refused = await save(record, "status", "done");
    setTicked(false);
    if (refused !== null) return;
    const done = { ...record, status: "done" };
    tell.undoable(
      `done ${idOf(record)}`,
      t(recordScreenMessages.taskDone, { task: textValue(subject) }),
      () => save(done, "status", "open"),
    );
  };
  return (
    <button
      type="button"
      className={styles.tick}
      data-on={isTicked || undefined}
      disabled={isTicked}
      aria-label={`${t(recordScreenMessages.doneTasks)}: ${textValue(subject)}`}
      onClick={(event) => void tick(event)}
    >
      <span className={styles.ring}>
        <Icon name="check" size={11} />
      </span>
    </button>
  );
}

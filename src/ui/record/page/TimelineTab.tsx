import { Button } from "antd";
import { useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { useRefresh } from "../../data/records.ts";
import { type Shown, useHistory } from "../../data/history.ts";
import { can, type ObjectInfo, useObjects } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { QueryResult } from "../../kit/QueryResult.tsx";
import { Empty } from "../../kit/States.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { ActivityComposer } from "./ActivityComposer.tsx";
import { StartComment } from "./comments/StartComment.tsx";
import { TimelineEntries } from "./TimelineEntries.tsx";
import * as styles from "./timeline.module.css";
import * as listStyles from "../list/list.module.css";

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
  const refresh = useRefresh();
  const readOnly = asOf !== null;
  const [show, setShow] = useState<Shown>("all");
  const history = useHistory(object.name, idOf(record), "timeline", asOf, show);
  const activity = objects.get("activity");
  const link = activity?.byName["regarding"];
  const canLog =
    !readOnly &&
    activity &&
    can(activity, "create") &&
    link?.kind === "link" &&
    link.targets.includes(object.name);
  const entries = history.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <div className={styles.timeline}>
      {canLog && <ActivityComposer activity={activity} object={object.name} id={idOf(record)} />}
      <StartComment object={object.name} id={idOf(record)} readOnly={readOnly}>
        <ShownSwitch shown={show} onShow={setShow} />
      </StartComment>
      <QueryResult query={history} small>
        {() =>
          entries.length === 0 ? (
            <Empty small icon="message" title={t(recordScreenMessages.noHistory)} />
          ) : (
            <TimelineEntries
              object={object}
              record={record}
              entries={entries}
              onChanged={readOnly ? null : () => refresh(object.name, idOf(record))}
            />
          )
        }
      </QueryResult>
      {history.hasNextPage && (
        <Button type="text" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t(recordScreenMessages.loadMore)}
        </Button>
      )}
    </div>
  );
}

interface ShownSwitchProps {
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}
/** All of it, or one kind alone. */
function ShownSwitch({ shown, onShow }: ShownSwitchProps) {
  const { t } = useLanguage();
  return (
    <div
      className={`${listStyles.segmented} ${styles.filter}`}
      role="group"
      aria-label={t(recordScreenMessages.timeline)}
    >
      {SHOWN.map((name) => (
        <QuietButton
          key={name}
          on={shown === name}
          aria-pressed={shown === name}
          onClick={() => onShow(name)}
        >
          {t(SHOWN_TEXTS[name])}
        </QuietButton>
      ))}
    </div>
  );
}

const SHOWN: readonly Shown[] = ["all", "activities", "tasks", "changes"];
const SHOWN_TEXTS = {
  all: recordScreenMessages.all,
  activities: recordScreenMessages.timeline,
  tasks: recordScreenMessages.tasks,
  changes: recordScreenMessages.changes,
} as const;

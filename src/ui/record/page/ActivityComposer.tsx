import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { ActivityTypes } from "./ActivityTypes.tsx";
import { NextAt } from "./NextAt.tsx";
import { type ActivityLogOptions, useActivityLog } from "./use-activity-log.ts";
import * as styles from "./ActivityComposer.module.css";

/** A visit or a call logged in seconds: kind, what was said, when to go on. */
export function ActivityComposer({ activity, object, id, onLogged }: ActivityLogOptions) {
  const { t, of } = useLanguage();
  const log = useActivityLog({ activity, object, id, ...(onLogged ? { onLogged } : {}) });
  const { draft, types, type, content, next, busy, save } = log;
  return (
    <form
      className={styles.composer}
      data-part="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ActivityTypes
        label={of(activity.byName["type"]?.label)}
        types={types}
        value={type}
        onChange={(next) => draft.set("type", next)}
      />
      <textarea
        aria-label={t(recordScreenMessages.logActivity)}
        placeholder={t(recordScreenMessages.logActivity)}
        aria-keyshortcuts="n"
        rows={content ? 3 : 2}
        value={content}
        onChange={(event) => draft.set("content", event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void save();
        }}
      />
      {content && (
        <NextAt value={next} busy={busy} onChange={(time) => draft.set("next_at", time || undefined)} />
      )}
    </form>
  );
}

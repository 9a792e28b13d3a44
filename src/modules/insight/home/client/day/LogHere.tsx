import { Button } from "antd";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { ActivityTypes } from "../../../../../ui/record/page/ActivityTypes.tsx";
import { dayMessages } from "./day.messages.ts";
import { type LogHereOptions, useLogHere } from "./use-log-here.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./LogHere.module.css";

/** How it went, said under the row it is about, without leaving the day. */
export function LogHere({ onClose, ...options }: LogHereOptions & { readonly onClose: () => void }) {
  const { t, of } = useLanguage();
  const log = useLogHere(options);
  const isEmpty = log.content.trim() === "";
  const save = () => {
    if (!isEmpty) void log.save();
  };
  return (
    <form
      className={styles.log}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <ActivityTypes
        label={of(options.activities.byName["type"]?.label)}
        types={log.types}
        value={log.type}
        onChange={(type) => log.draft.set("type", type)}
      />
      <textarea
        autoFocus
        rows={3}
        aria-label={t(dayMessages.log)}
        placeholder={t(dayMessages.logHint)}
        value={log.content}
        onChange={(event) => log.draft.set("content", event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) save();
          if (event.key === "Escape") onClose();
        }}
      />
      <div className={`${base.rowWrap} ${styles.foot}`}>
        {log.isTask && (
          <label className={base.line}>
            <input
              type="checkbox"
              checked={log.alsoFinish}
              onChange={(event) => log.setAlsoFinish(event.target.checked)}
            />
            {t(dayMessages.alsoFinish)}
          </label>
        )}
        <span className={base.grow} />
        <QuietButton onClick={onClose}>{t(dayMessages.cancel)}</QuietButton>
        <Button type="primary" htmlType="submit" loading={log.busy} disabled={isEmpty}>
          {t(dayMessages.logSave)}
        </Button>
      </div>
    </form>
  );
}

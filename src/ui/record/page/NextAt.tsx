import { Button } from "antd";
import { MomentInput } from "../../kit/DayInput.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { MORNING, useNearDays } from "../../kit/near-days.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import * as styles from "./NextAt.module.css";

export interface NextAtProps {
  /** A moment, "" for none. */
  readonly value: string;
  readonly busy: boolean;
  readonly onChange: (time: string) => void;
}
/** When to go on: a near day with one click, any moment from the calendar; and beside it what saves. */
export function NextAt({ value, busy, onChange }: NextAtProps) {
  const { t } = useLanguage();
  const near = useNearDays(MORNING);
  return (
    <div className={styles.next}>
      <span className={styles.label}>{t(recordScreenMessages.nextAt)}</span>
      <span className={styles.near} role="group" aria-label={t(recordScreenMessages.nextAt)}>
        {near.map((day) => (
          <QuietButton
            key={day.value}
            title={day.title}
            on={value === day.value}
            onClick={() => onChange(value === day.value ? "" : day.value)}
          >
            {day.label}
          </QuietButton>
        ))}
      </span>
      <MomentInput
        label={t(recordScreenMessages.nextAt)}
        value={value}
        onChange={(time) => onChange(time ?? "")}
      />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t(recordScreenMessages.logSave)}
      </Button>
    </div>
  );
}

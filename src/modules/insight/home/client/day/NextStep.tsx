import { Button } from "antd";
import { Suspense, useState } from "react";
import { task } from "../../../../../objects/work/task/task.object.ts";
import { addDays, nextMonday } from "../../../../../shared/time/dates.ts";
import { useIntent } from "../../../../../ui/data/intent.ts";
import { createRecord, useRefresh } from "../../../../../ui/data/records.ts";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { lazily } from "../../../../../ui/kit/lazily.ts";
import { QuietButton } from "../../../../../ui/kit/QuietButton.tsx";
import { shortDay } from "../../../../../ui/kit/time-text.ts";
import { useSave } from "../../../../../ui/kit/use-save.ts";
import { dayMessages } from "./day.messages.ts";
import type { About } from "./use-numbers.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as styles from "./NextStep.module.css";

const DayPicker = lazily(() => import("../../../../../ui/kit/DayPicker.tsx").then((m) => m.DayPicker));

export interface NextStepProps {
  readonly about: About;
  readonly today: string;
  readonly onClose: () => void;
}
/** After something was logged: what comes next with it, as a task of one line and a day. */
export function NextStep({ about, today, onClose }: NextStepProps) {
  const { t } = useLanguage();
  const intent = useIntent();
  const refresh = useRefresh();
  const { busy, save } = useSave();
  const [subject, setSubject] = useState("");
  const [day, setDay] = useState(addDays(today, 1));
  const make = () => {
    if (!subject.trim()) return;
    const values = { subject: subject.trim(), due_date: day, regarding: { ...about } };
    void save(() => intent.run(values, (key) => createRecord(task.name, values, key)), {
      told: t(dayMessages.nextStepMade, { day }),
      onDone: () => {
        refresh(task.name);
        refresh(about.object, about.id);
        onClose();
      },
    });
  };
  return (
    <form
      className={styles.next}
      aria-label={t(dayMessages.nextStep)}
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <span className={`${base.line} ${styles.said}`}>
        <Icon name="check" size={14} />
        {t(dayMessages.logged)}
      </span>
      <input
        autoFocus
        aria-label={t(dayMessages.nextStep)}
        placeholder={`${t(dayMessages.nextStep)} ${t(dayMessages.nextStepHint)}`}
        value={subject}
        maxLength={200}
        onChange={(event) => setSubject(event.target.value)}
      />
      <Days {...{ day, today }} onPick={setDay} />
      <QuietButton onClick={onClose}>{t(dayMessages.notNow)}</QuietButton>
      <Button type="primary" htmlType="submit" loading={busy} disabled={!subject.trim()}>
        {t(dayMessages.addTask)}
      </Button>
    </form>
  );
}

interface DaysProps {
  readonly day: string;
  readonly today: string;
  readonly onPick: (day: string) => void;
}
/** Near days by a touch, any other one from the calendar. */
function Days({ day, today, onPick }: DaysProps) {
  const { t } = useLanguage();
  const near = [
    { at: addDays(today, 1), words: dayMessages.toTomorrow },
    { at: nextMonday(today), words: dayMessages.toMonday },
  ];
  const [isPicking, setPicking] = useState(false);
  return (
    <span className={`${base.rowWrap} ${styles.days}`} role="group" aria-label={t(dayMessages.on)}>
      {near.map(({ at, words }) => (
        <QuietButton key={at} on={day === at} aria-pressed={day === at} onClick={() => onPick(at)}>
          {t(words, { day: shortDay(at, today) })}
        </QuietButton>
      ))}
      {isPicking ? (
        <Suspense>
          <DayPicker
            label={t(dayMessages.on)}
            value={day}
            from={today}
            autoFocus
            startsOpen
            onChange={(picked) => picked && onPick(picked)}
          />
        </Suspense>
      ) : (
        <QuietButton icon="calendar" aria-label={t(dayMessages.toOther)} onClick={() => setPicking(true)} />
      )}
    </span>
  );
}

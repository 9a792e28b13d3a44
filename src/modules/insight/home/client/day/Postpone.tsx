import { Suspense, useState } from "react";
import { addDays, nextMonday } from "../../../../../shared/time/dates.ts";
import { Icon } from "../../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { lazily } from "../../../../../ui/kit/lazily.ts";
import { Dropdown } from "../../../../../ui/kit/Overlay.tsx";
import { shortDay } from "../../../../../ui/kit/time-text.ts";
import type { OverlayChild } from "../../../../../ui/kit/use-overlay.ts";
import { dayMessages } from "./day.messages.ts";

const DayPicker = lazily(() => import("../../../../../ui/kit/DayPicker.tsx").then((m) => m.DayPicker));

export interface PostponeProps {
  readonly today: string;
  /** What is late can also be put to today. */
  readonly isLate: boolean;
  readonly onPick: (day: string) => void;
  readonly children: OverlayChild;
}
/** Puts something off by a menu of near days; any other one is picked in its place. */
export function Postpone({ today, isLate, onPick, children }: PostponeProps) {
  const { t } = useLanguage();
  const [isPicking, setPicking] = useState(false);
  const days = [
    ...(isLate ? [{ day: today, words: dayMessages.toToday }] : []),
    { day: addDays(today, 1), words: dayMessages.toTomorrow },
    { day: nextMonday(today), words: dayMessages.toMonday },
  ];
  const items = [
    ...days.map(({ day, words }) => ({ key: day, label: t(words, { day: shortDay(day, today) }) })),
    { key: "other", icon: <Icon name="calendar" />, label: t(dayMessages.toOther) },
  ];
  if (isPicking)
    return (
      <Suspense fallback={children}>
        <DayPicker
          label={t(dayMessages.pickDay)}
          value={null}
          from={today}
          autoFocus
          startsOpen
          onClose={() => setPicking(false)}
          onChange={(day) => day && onPick(day)}
        />
      </Suspense>
    );
  return (
    <Dropdown
      placement="bottomRight"
      menu={{ items, onClick: ({ key }) => (key === "other" ? setPicking(true) : onPick(key)) }}
    >
      {children}
    </Dropdown>
  );
}

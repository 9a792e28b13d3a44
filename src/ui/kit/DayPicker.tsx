import { DatePicker } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import "dayjs/locale/zh-cn";
import updateLocale from "dayjs/plugin/updateLocale";
import { addDays } from "../../shared/time/dates.ts";
import { momentOn, wallClock } from "./company-clock.ts";
import type { NearDay } from "./near-days.ts";
import { useLanguage } from "./language.tsx";
import { todayText } from "./time-text.ts";
import * as base from "./base.module.css";
import * as styles from "./DayPicker.module.css";

/**
 * The inputs for days and moments. Their values are texts, as everywhere else: what antd reckons with inside
 * stays in this file, and all arithmetic with days in `shared/time`.
 */

/**
 * "Now" and "today" of the calendar are the company's, too. antd asks a moment for `tz()` where there is one, so
 * that is given here instead of the plugin's: all values inside are what the clock on the wall shows.
 */
dayjs.extend((_options, made) => {
  Object.assign(made.prototype, { tz: () => dayjs(wallClock(new Date().toISOString())) });
});
dayjs.extend(updateLocale);
// Weeks begin on Monday in both languages.
dayjs.updateLocale("en", { weekStart: 1 });
/** Calendars name months and days as the reader does. */
function useCalendarWords(): void {
  const { language } = useLanguage();
  dayjs.locale(language === "zh-CN" ? "zh-cn" : "en");
}

interface Look {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly wide?: boolean | undefined;
  /** It cannot be emptied. */
  readonly needed?: boolean | undefined;
  /** Offered beside the calendar, to be chosen at once. */
  readonly near?: readonly NearDay[] | undefined;
}
export interface DayPickerProps extends Look {
  /** A day or a moment; null or "" for none. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const wall = (value: string): Dayjs => dayjs(DAY.test(value) ? value : (wallClock(value) ?? value));
const shown = (value: string | null): Dayjs | null => (value ? wall(value) : null);
const dayOf = (value: Dayjs): string => value.format("YYYY-MM-DD");
function useLook({ id, label, invalid, autoFocus, disabled, wide, needed, near }: Look) {
  useCalendarWords();
  return {
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { "aria-label": label }),
    ...(invalid === undefined ? {} : { status: invalid ? ("error" as const) : ("" as const) }),
    ...(autoFocus === undefined ? {} : { autoFocus }),
    ...(disabled === undefined ? {} : { disabled }),
    ...(wide ? { className: base.fullWidth } : {}),
    ...(needed ? { allowClear: false } : {}),
    ...(near ? { presets: near.map(({ label: word, value }) => ({ label: word, value: wall(value) })) } : {}),
    classNames: { popup: { root: styles.panel } },
  };
}

export interface DayBounds {
  /** First and last day that can be chosen. */
  readonly from?: string;
  readonly to?: string;
}
interface Opening {
  /** The calendar is open from the start: the input stands there only for this one choice. */
  readonly startsOpen?: boolean;
  /** The calendar was closed, with a choice or without. */
  readonly onClose?: () => void;
}
/** One day, "YYYY-MM-DD". */
export const DayPicker = ({
  value,
  onChange,
  from,
  to,
  startsOpen,
  onClose,
  ...look
}: DayPickerProps & DayBounds & Opening) => (
  <DatePicker
    {...(startsOpen ? { defaultOpen: true } : {})}
    {...(onClose ? { onOpenChange: (isOpen: boolean) => !isOpen && onClose() } : {})}
    {...useLook(look)}
    value={shown(value)}
    format="YYYY-MM-DD"
    {...(from === undefined ? {} : { minDate: dayjs(from) })}
    {...(to === undefined ? {} : { maxDate: dayjs(to) })}
    onChange={(day) => onChange(day ? dayOf(day) : null)}
  />
);

/** A moment: shown by the company's clock, given in UTC. */
export const MomentPicker = ({ value, onChange, ...look }: DayPickerProps) => (
  <DatePicker
    {...useLook(look)}
    showTime={{ format: "HH:mm", minuteStep: 5 }}
    value={shown(value)}
    format="YYYY-MM-DD HH:mm"
    onChange={(time) => onChange(time ? momentOn(dayOf(time), time.format("HH:mm:ss")) : null)}
  />
);

export type Days = readonly [from: string, to: string];
/** So many days up to and with the company's today. */
export function lastDays(count: number): Days {
  const today = todayText();
  return [addDays(today, 1 - count), today];
}

interface DaysPickerProps {
  readonly label: string;
  readonly value: Days;
  readonly onChange: (value: Days) => void;
}
/** A period, both days within. */
export function DaysPicker({ label, value: [from, to], onChange }: DaysPickerProps) {
  useCalendarWords();
  return (
    <DatePicker.RangePicker
      aria-label={label}
      allowClear={false}
      value={[dayjs(from), dayjs(to)]}
      onChange={(next) => next?.[0] && next[1] && onChange([dayOf(next[0]), dayOf(next[1])])}
    />
  );
}

interface PeriodPickerProps {
  readonly label: string;
  /** Both days within; null: no period. */
  readonly value: Days | null;
  readonly onChange: (value: Days | null) => void;
}
/** A period that may be left out. */
export function PeriodPicker({ label, value, onChange }: PeriodPickerProps) {
  useCalendarWords();
  return (
    <DatePicker.RangePicker
      aria-label={label}
      value={value && [dayjs(value[0]), dayjs(value[1])]}
      onChange={(next) => onChange(next?.[0] && next[1] ? [dayOf(next[0]), dayOf(next[1])] : null)}
    />
  );
}

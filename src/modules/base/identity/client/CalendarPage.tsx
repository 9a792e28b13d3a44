import { addDays } from "../../../../shared/time/dates.ts";
import { Input, Segmented } from "antd";
import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type CalendarDay,
  type CalendarYear,
  keepCalendar,
  readCalendar,
} from "../shared/company.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { Popover } from "../../../../ui/kit/Overlay.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { SettingsPage } from "../../../../ui/kit/SettingsPage.tsx";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { calendarMessages } from "./calendar.messages.ts";
import { isWeekday, monthsOf, withDay } from "./calendar-days.ts";
import { identityScreenMessages } from "./identity.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./CalendarPage.module.css";

const keyOf = (year: number) => ["settings", "calendar", year] as const;

/** Which days are worked: Monday to Friday, except for the days said here. */
export function CalendarPage() {
  const { t } = useLanguage();
  const [year, setYear] = useState(Number(todayText().slice(0, 4)));
  const query = useQuery({
    queryKey: keyOf(year),
    queryFn: () => call(readCalendar, { query: { year: String(year) } }),
  });
  const action = (
    <div className={base.line}>
      <QuietButton icon="left" aria-label={t(calendarMessages.previous)} onClick={() => setYear(year - 1)} />
      <strong className={base.num}>{year}</strong>
      <QuietButton icon="right" aria-label={t(calendarMessages.next)} onClick={() => setYear(year + 1)} />
    </div>
  );
  return (
    <SettingsPage title={t(identityScreenMessages.calendar)} lead={t(calendarMessages.lead)} action={action}>
      <QueryResult query={query} rows={10}>
        {(answer) => <Year key={year} year={year} days={answer.data.days} />}
      </QueryResult>
    </SettingsPage>
  );
}

const A_MONDAY = "2024-01-01";

function Year({ year, days }: { readonly year: number; readonly days: readonly CalendarDay[] }) {
  const { t, language } = useLanguage();
  const tell = useTell();
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (next: readonly CalendarDay[]) =>
      call(keepCalendar, { query: { year: String(year) }, body: { days: next } }),
    onMutate: (next) => client.setQueryData<CalendarYear>(keyOf(year), { data: { year, days: next } }),
    onSuccess: (answer) => client.setQueryData<CalendarYear>(keyOf(year), answer),
    onError: (error) => {
      tell.failed(error);
      void client.invalidateQueries({ queryKey: keyOf(year) });
    },
  });
  const byDate = new Map(days.map((day) => [day.date, day]));
  const monthName = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  const dayName = new Intl.DateTimeFormat(language, { weekday: "narrow", timeZone: "UTC" });
  const heads = Array.from({ length: 7 }, (_, place) => dayName.format(Date.parse(addDays(A_MONDAY, place))));
  return (
    <>
      <div className={`${styles.calendarLegend} ${base.rowWrap} ${base.muted}`}>
        <span className={styles.calendarDay} data-off>
          {t(calendarMessages.off)}
        </span>
        <span className={styles.calendarDay} data-off data-said>
          {t(calendarMessages.offSaid)}
        </span>
        <span className={styles.calendarDay} data-said>
          {t(calendarMessages.workSaid)}
        </span>
      </div>
      <div className={styles.calendar}>
        {monthsOf(year).map((month) => (
          <section key={month.first}>
            <h3>{monthName.format(Date.parse(month.first))}</h3>
            <div className={styles.calendarMonth}>
              {heads.map((head, at) => (
                <span key={at} className={styles.calendarHead} aria-hidden>
                  {head}
                </span>
              ))}
              {month.days.map((date, at) => (
                <Day
                  key={date}
                  date={date}
                  said={byDate.get(date)}
                  column={at === 0 ? month.column : undefined}
                  onChange={(day) => mutate(withDay(days, date, day))}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}

interface DayProps {
  readonly date: string;
  readonly said: CalendarDay | undefined;
  /** Column of the week, for the first of a month. */
  readonly column: number | undefined;
  readonly onChange: (day: CalendarDay | null) => void;
}
function Day({ date, said, column, onChange }: DayProps) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const working = said?.working ?? isWeekday(date);
  return (
    <Popover
      destroyOnHidden
      open={open}
      onOpenChange={setOpen}
      content={<DayForm date={date} said={said} onChange={(day) => (setOpen(false), onChange(day))} />}
    >
      <button
        type="button"
        className={`${styles.calendarDay} ${base.num}`}
        style={column ? { gridColumnStart: column } : undefined}
        data-off={working ? undefined : true}
        data-said={said ? true : undefined}
        data-today={date === todayText() || undefined}
        title={said?.name}
      >
        <span className={base.srOnly}>{date.slice(0, 8)}</span>
        {Number(date.slice(8))}
        <span
          className={base.srOnly}
        >{` ${t(working ? calendarMessages.working : calendarMessages.dayOff)} ${said?.name ?? ""}`}</span>
      </button>
    </Popover>
  );
}

function DayForm({ date, said, onChange }: Omit<DayProps, "column">) {
  const { t } = useLanguage();
  const usual = isWeekday(date);
  const [name, setName] = useState(said?.name ?? "");
  const [working, setWorking] = useState(said?.working ?? usual);
  const save = () =>
    onChange(
      working === usual && name.trim() === ""
        ? null
        : {
            date,
            working,
            name: name.trim() || t(working ? calendarMessages.workSaid : calendarMessages.offSaid),
          },
    );
  return (
    <div className={`${base.stack} ${styles.calendarForm}`}>
      <strong className={base.num}>{date}</strong>
      <Segmented
        block
        value={working ? "work" : "off"}
        options={[
          { value: "work", label: t(calendarMessages.working) },
          { value: "off", label: t(calendarMessages.dayOff) },
        ]}
        onChange={(value) => setWorking(value === "work")}
      />
      <Input
        value={name}
        maxLength={100}
        placeholder={t(calendarMessages.name)}
        aria-label={t(calendarMessages.name)}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={save}
      />
      <div className={base.line}>
        {said && <QuietButton onClick={() => onChange(null)}>{t(calendarMessages.asUsual)}</QuietButton>}
        <span className={base.grow} />
        <QuietButton on onClick={save}>
          {t(calendarMessages.save)}
        </QuietButton>
      </div>
    </div>
  );
}

import { label, LANGUAGES } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  closed,
  data,
  day,
  flag,
  list,
  object,
  optional,
  text,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

const Language = choice(...LANGUAGES);

const CompanySettingsAnswer = object({
  name: text(),
  currency: text(),
  zone: text(),
  language: Language,
  /**
   * Whether people are told each working day which deals stand still, and when, by the clock of the company's
   * zone.
   */
  stalled_digest: flag(),
  stalled_digest_at: text(),
});
export type CompanySettingsAnswer = Static<typeof CompanySettingsAnswer>;

const company = { tag: "settings", path: "/settings/company" } as const;

export const readCompanySettings = contract({
  ...company,
  method: "GET",
  summary: label("公司设置", "Company settings"),
  description: label(
    "返回公司名称、时区、币种、语言等设置。",
    "The company’s name, zone, currency, language and so on.",
  ),
  answer: data(CompanySettingsAnswer),
});

export const changeCompanySettings = contract({
  ...company,
  method: "PATCH",
  summary: label("修改公司设置", "Change company settings"),
  description: label("修改公司设置；对所有人立即生效。", "Changes them, for everybody at once."),
  body: closed({
    name: optional(text({ minLength: 1, maxLength: 200 })),
    currency: optional(text({ minLength: 3, maxLength: 3 })),
    zone: optional(text({ minLength: 1, maxLength: 60 })),
    language: optional(Language),
    stalled_digest: optional(flag()),
    stalled_digest_at: optional(text({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" })),
  }),
  answer: data(CompanySettingsAnswer),
});

const CalendarDay = object({ date: day(), working: flag(), name: text() });
export type CalendarDay = Static<typeof CalendarDay>;
/** Days of a year that differ from Monday to Friday. */
const CalendarYear = data(object({ year: whole(), days: list(CalendarDay) }));
export type CalendarYear = Static<typeof CalendarYear>;

const calendar = {
  tag: "settings",
  path: "/settings/calendar",
  query: object({ year: optional(text({ pattern: "^\\d{4}$" })) }),
  answer: CalendarYear,
} as const;

export const readCalendar = contract({
  ...calendar,
  method: "GET",
  summary: label("某年与周一至周五不同的日子", "Days of a year that differ from Monday to Friday"),
  description: label("返回某年的节假日和调休上班日。", "Holidays and make-up workdays of a year."),
});

export const keepCalendar = contract({
  ...calendar,
  method: "PUT",
  summary: label("保存某年的工作日历（整年替换）", "Keep the calendar of a year (replaced as a whole)"),
  description: label(
    "保存一年的节假日和调休日；按工作日计算的时限随之重算。",
    "Keeps a year’s holidays and make-up workdays; what is reckoned in working days follows.",
  ),
  body: closed({
    year: optional(whole({ minimum: 1900, maximum: 2200 })),
    days: list(
      closed({
        date: text({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
        working: flag(),
        name: text({ minLength: 1, maxLength: 100 }),
      }),
      { maxItems: 366 },
    ),
  }),
});

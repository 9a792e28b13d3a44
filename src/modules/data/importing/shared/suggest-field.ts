import { fold } from "../../../../shared/text/fold.ts";
import type { NewKind, SuggestedField } from "./new-fields.contract.ts";
import { unitInTitle } from "./number-unit.ts";
import { parseBoolean } from "./parse-choice.ts";
import { parseDate } from "./parse-date.ts";

/** The different values of a column, up to a limit, and what was seen over all of its rows. */
export interface ColumnFacts {
  readonly title: string;
  readonly values: readonly string[];
  /** There are more different values than these. */
  readonly hasMore: boolean;
  /** Rows that hold a value. */
  readonly filled: number;
  readonly longest: number;
}
const MOST_OPTIONS = 20;
const LONGEST_OPTION = 40;
const LONGEST_LINE = 120;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const ADDRESS = /^(https?:\/\/|www\.)\S+$/i;
const PHONE = /^\+?[\d\s()-]{7,20}$/;
const MOBILE = /^(\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}$/;
const PHONE_TITLE = /电话|手机|传真|联系方式|phone|mobile|\btel\b|\bfax\b/i;
const NUMBER = /^[+-]?[¥￥$€£]?\s?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?\s?(%|％|元|千元|万元|万|亿元|亿)?$/;
const CURRENCY = /[¥￥$€£]|(元|万|亿)$/;
const MONEY_TITLE =
  /金额|价|费用|货款|回款|收入|营收|预算|成本|总额|销售额|amount|price|revenue|budget|cost|\bfee\b/i;
const PERCENT_TITLE = /率|比例|占比|百分比|percent|\brate\b|%/i;
/** Numbers that only name something: 00042, or longer than any sum. */
const CODE = /^0\d|^\d{12,}$/;
const CLOCK = /\d{1,2}:\d{2}/;

/** Values that differ only in width or case are one, in its first spelling. */
const distinctOf = (values: readonly string[]): readonly string[] =>
  [...new Map(values.toReversed().map((value) => [fold(value), value])).values()].toReversed();

function kindOf({ title, values, hasMore, filled, longest }: ColumnFacts): NewKind {
  const all = (test: (value: string) => boolean): boolean => values.length > 0 && values.every(test);
  if (all((value) => EMAIL.test(value))) return "email";
  if (all((value) => ADDRESS.test(value))) return "url";
  if (all((value) => MOBILE.test(value)) || (PHONE_TITLE.test(title) && all((value) => PHONE.test(value))))
    return "phone";
  if (all((value) => /[-/.年\s]/.test(value) && !NUMBER.test(value) && parseDate(value) !== null))
    return all((value) => CLOCK.test(value)) ? "datetime" : "date";
  if (!hasMore && values.length === 2 && all((value) => value === "0" || value === "1")) return "boolean";
  if (all((value) => NUMBER.test(value) && !CODE.test(value))) return numberKind(title, values);
  if (!hasMore && values.length <= 2 && all((value) => parseBoolean(value) !== null)) return "boolean";
  if (longest > LONGEST_LINE || values.some((value) => value.includes("\n"))) return "long_text";
  const few = distinctOf(values).length;
  const isFew = !hasMore && few > 0 && few <= MOST_OPTIONS && filled >= few * 1.5;
  return isFew && longest <= LONGEST_OPTION && !all((value) => CODE.test(value)) ? "select" : "text";
}

function numberKind(title: string, values: readonly string[]): NewKind {
  const unit = unitInTitle(title);
  if (values.some((value) => /[%％]$/.test(value)) || unit === "%" || PERCENT_TITLE.test(title))
    return "percent";
  if (values.some((value) => CURRENCY.test(value)) || MONEY_TITLE.test(title) || unit?.endsWith("元"))
    return "money";
  return values.some((value) => value.includes(".")) ? "decimal" : "integer";
}

/** What a column without a field would be as one: its kind by its values and title, its options as found. */
export function suggestField(facts: ColumnFacts): SuggestedField {
  const kind = kindOf(facts);
  const title = facts.title.trim();
  // The unit is said by the value: 合同金额（万元） is the field 合同金额.
  const plain =
    kind === "money" || kind === "percent" ? title.replace(/\s*[(（][^()（）]*[)）]$/, "") : title;
  return {
    label: (plain || title || "?").slice(0, 100),
    kind,
    ...(kind === "select" ? { options: distinctOf(facts.values) } : {}),
  };
}

import Big from "big.js";
import type { ReactNode } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { idOf, isBlank, moneyOf, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { PlainLinks } from "../../field/plain-links.ts";
import { useLanguage } from "../../kit/language.tsx";
import { shortMoney } from "../../kit/money-text.ts";
import { comparedFields } from "./since.ts";
import type { Since } from "./since-context.ts";
import { timeMessages } from "./time.messages.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./SinceMarks.module.css";

const SHOWN = 2;

interface MarksProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly since: Since;
}
/** New, or gone; nothing of what was there and still is. */
export function SinceBirth({ record, since }: Pick<MarksProps, "record" | "since">) {
  const { t } = useLanguage();
  if (since.gone)
    return (
      <span className={styles.sinceMark} data-kind="gone">
        {t(timeMessages.isGone)}
      </span>
    );
  return since.before && !since.before.has(idOf(record)) ? (
    <span className={styles.sinceMark}>{t(timeMessages.isNew)}</span>
  ) : null;
}

/**
 * What became of one record since the day: new, gone, or which fields were what. Without any of it what
 * stands there anyway.
 */
export function SinceMarks({
  object,
  record,
  since,
  children,
}: MarksProps & { readonly children?: ReactNode }) {
  const { of } = useLanguage();
  const before = since.before?.get(idOf(record));
  const changed = before ? comparedFields(object).filter((field) => differs(before, record, field)) : [];
  if (since.gone || (since.before && !before)) return <SinceBirth record={record} since={since} />;
  if (!before || changed.length === 0) return children;
  return (
    <PlainLinks value>
      <span className={styles.sinceMarks}>
        {changed.slice(0, SHOWN).map((field) => (
          <Was key={field.name} object={object} field={field} before={before} record={record} />
        ))}
        {changed.length > SHOWN && (
          <span
            className={styles.sinceMark}
            data-kind="changed"
            title={changed
              .slice(SHOWN)
              .map((field) => of(field.label))
              .join(" · ")}
          >
            +{changed.length - SHOWN}
          </span>
        )}
      </span>
    </PlainLinks>
  );
}

/** What one field was, where it was something else. */
export function SinceWas({ object, record, field, since }: MarksProps & { readonly field: FieldInfo }) {
  const before = since.gone ? undefined : since.before?.get(idOf(record));
  if (!before || !(field.name in before) || !differs(before, record, field)) return null;
  return (
    <PlainLinks value>
      <Was object={object} field={field} before={before} record={record} isInCell />
    </PlainLinks>
  );
}

interface WasProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly before: Values;
  readonly record: Values;
  /** Under the value of a cell, where there is no room for the name of the field. */
  readonly isInCell?: boolean;
}
function Was({ object, field, before, record, isInCell = false }: WasProps) {
  const { t, of, language } = useLanguage();
  const delta = moneyDelta(before, record, field);
  const isLess = delta?.amount.startsWith("-") ?? false;
  const [head = "", tail = ""] = t(isInCell ? timeMessages.wasShort : timeMessages.was, {
    field: of(field.label),
    value: "\u0000",
  }).split("\u0000");
  return (
    <span
      className={`${isInCell ? styles.sinceWas : styles.sinceMark} ${base.num}`}
      data-part={isInCell ? "since-was" : undefined}
      data-kind="changed"
      title={of(field.label)}
    >
      {delta ? (
        `${isLess ? "−" : "+"}${shortMoney(delta.amount.replace("-", ""), delta.currency, language)}`
      ) : (
        <span className={base.clip}>
          {head}
          {isBlank(before[field.name]) ? (
            "—"
          ) : (
            <FieldCell object={object.name} field={field} record={before} value={before[field.name]} />
          )}
          {tail}
        </span>
      )}
    </span>
  );
}

export function differs(then: Values, now: Values, { name }: Pick<FieldInfo, "name">): boolean {
  const text = (values: Values): string => {
    const money = moneyOf(values[name] ?? null);
    return money
      ? `${money.amount} ${money.currency}`
      : textValue(values[name]) || JSON.stringify(values[name] ?? null);
  };
  return text(then) !== text(now);
}

/** How much an amount rose or fell, where both are in one currency. */
export function moneyDelta(
  then: Values,
  now: Values,
  { name, kind }: Pick<FieldInfo, "name" | "kind">,
): { readonly amount: string; readonly currency: string } | null {
  const [before, after] = [moneyOf(then[name] ?? null), moneyOf(now[name] ?? null)];
  if (kind !== "money" || !before || !after || before.currency !== after.currency) return null;
  return { amount: new Big(after.amount).minus(before.amount).toFixed(), currency: after.currency };
}

import Big from "big.js";
import type { Values } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { idOf, isBlank, moneyOf, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { PlainLinks } from "../../field/plain-links.ts";
import { useLanguage } from "../../kit/language.tsx";
import { shortMoney } from "../../kit/money-text.ts";
import { comparedFields } from "./since.ts";
import type { Since } from "./since-context.ts";
import { timeTexts } from "./time.messages.ts";
import "./time.css";

const SHOWN = 2;

/** What became of one record since the day: new, gone, or which fields were what. */
export function SinceMarks({ object, record, since }: { readonly object: ObjectInfo; readonly record: Values; readonly since: Since }) {
  const { t, of } = useLanguage();
  if (since.gone)
    return (
      <span className="since-mark" data-kind="gone">
        {t(timeTexts.isGone)}
      </span>
    );
  if (!since.before) return null;
  const then = since.before.get(idOf(record));
  if (!then) return <span className="since-mark">{t(timeTexts.isNew)}</span>;
  const changed = comparedFields(object).filter((field) => differs(then, record, field));
  return (
    <PlainLinks value>
      {changed.slice(0, SHOWN).map((field) => (
        <Changed key={field.name} object={object} field={field} then={then} record={record} />
      ))}
      {changed.length > SHOWN && (
        <span
          className="since-mark"
          data-kind="changed"
          title={changed
            .slice(SHOWN)
            .map((field) => of(field.label))
            .join("、")}
        >
          +{changed.length - SHOWN}
        </span>
      )}
    </PlainLinks>
  );
}

function Changed({ object, field, then, record }: { readonly object: ObjectInfo; readonly field: FieldInfo; readonly then: Values; readonly record: Values }) {
  const { t, of, language } = useLanguage();
  const delta = moneyDelta(then, record, field);
  if (delta)
    return (
      <span className="since-mark num" data-kind="changed" title={of(field.label)}>
        {`${delta.amount.startsWith("-") ? "" : "+"}${shortMoney(delta.amount, delta.currency, language)}`}
      </span>
    );
  const [before = "", after = ""] = t(timeTexts.was, { field: of(field.label), value: "\u0000" }).split("\u0000");
  return (
    <span className="since-mark" data-kind="changed">
      <span className="clip">
        {before}
        {isBlank(then[field.name]) ? "—" : <FieldCell object={object.name} field={field} record={then} value={then[field.name]} />}
        {after}
      </span>
    </span>
  );
}

export function differs(then: Values, now: Values, { name }: Pick<FieldInfo, "name">): boolean {
  const text = (values: Values): string => {
    const money = moneyOf(values[name] ?? null);
    return money ? `${money.amount} ${money.currency}` : textValue(values[name]) || JSON.stringify(values[name] ?? null);
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

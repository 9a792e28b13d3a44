import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { type FieldInfo, isEditable, type ObjectInfo } from "../../data/objects.ts";
import { useSession } from "../../data/session.ts";
import { isBlank, moneyOf } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { moneyText, shortMoney } from "../../kit/money-text.ts";
import { DueDay } from "../DueDay.tsx";
import { InPlaceField } from "./InPlaceField.tsx";
import * as styles from "./KeyFigures.module.css";
import * as base from "../../kit/base.module.css";

export interface KeyFiguresProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly fields: readonly FieldInfo[];
  readonly editable: boolean;
}

/** What a record is known by, large enough to be read from afar, each changed by a click. */
export function KeyFigures({ object, record, fields, editable }: KeyFiguresProps) {
  const { of } = useLanguage();
  return (
    <dl className={styles.figures}>
      {fields.map((field) => (
        <div key={field.name} className={styles.figure} data-field={field.name}>
          <dt className={styles.name}>{of(field.label, field.name)}</dt>
          <dd className={isFigure(field) ? styles.number : styles.fact}>
            <InPlaceField
              object={object}
              field={field}
              record={record}
              editable={editable && isEditable(object, field)}
            >
              <Figure object={object} field={field} record={record} value={record[field.name]} />
            </InPlaceField>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isFigure = ({ kind }: FieldInfo): boolean =>
  ["money", "percent", "decimal", "integer", "rollup", "date"].includes(kind);

interface FigureProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly record: Values;
  readonly value: WireValue | undefined;
}
function Figure({ object, field, record, value }: FigureProps) {
  const { language } = useLanguage();
  const company = useSession().data?.company.currency ?? "CNY";
  if (isBlank(value)) return <span className={styles.none}>—</span>;
  const money = field.right === "mask" ? null : moneyOf(value);
  if (money)
    return (
      <span className={base.num} title={moneyText(money, language)}>
        {shortMoney(money.amount, money.currency || company, language)}
      </span>
    );
  if (field.kind === "date" && typeof value === "string")
    return <DueDay day={value} record={record} inWords />;
  return <FieldCell object={object.name} field={field} record={record} value={value} />;
}

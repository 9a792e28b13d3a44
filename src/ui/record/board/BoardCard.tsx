import { memo } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { useSession } from "../../data/session.ts";
import { isBlank, moneyOf, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { PlainLinks } from "../../field/plain-links.ts";
import { useLanguage } from "../../kit/language.tsx";
import { moneyText, shortMoney } from "../../kit/money-text.ts";
import { DueDay } from "../DueDay.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { SinceMark } from "../time/SinceMark.tsx";
import { amountField } from "./amount-field.ts";
import { CardFoot } from "./CardFoot.tsx";
import * as base from "../../kit/base.module.css";
import * as styles from "./BoardCard.module.css";

interface BoardCardProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly fields: readonly FieldInfo[];
  /** Days in the stage are counted up to the end of this day instead of now. */
  readonly asOf?: string;
  readonly lifted?: boolean;
}
/** Its name in two lines, what it is worth and when, what else was chosen, whose it is and how long it has stood. */
export const BoardCard = memo(function BoardCard({ object, record, fields, asOf, lifted }: BoardCardProps) {
  const { t } = useLanguage();
  const worth = fields.find(({ name }) => name === amountField(object));
  const due = fields.find((field) => field.kind === "date" && !isBlank(record[field.name]));
  const rest = fields.filter((field) => field !== worth && field !== due && !isBlank(record[field.name]));
  return (
    <PlainLinks value>
      <article className={styles.boardCard} data-lifted={lifted || undefined}>
        <strong className={styles.name}>
          {textValue(record[object.title]) || t(recordScreenMessages.empty)}
        </strong>
        {(worth ?? due) && (
          <div className={`${base.line} ${styles.boardFact}`} data-part="board-fact">
            <span className={`${base.grow} ${base.num}`}>
              {worth && <Worth object={object} field={worth} record={record} />}
            </span>
            {due && <DueDay day={textValue(record[due.name])} record={record} />}
          </div>
        )}
        <SinceMark object={object} record={record}>
          {rest.map((field) => (
            <Line key={field.name} object={object} field={field} record={record} />
          ))}
        </SinceMark>
        <CardFoot object={object} record={record} asOf={asOf} />
      </article>
    </PlainLinks>
  );
});

interface LineProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly record: Values;
}
/** Kinds whose values say by themselves what they are. */
const SPEAKING: readonly FieldInfo["kind"][] = [
  "text",
  "link",
  "links",
  "person",
  "select",
  "multiselect",
  "tags",
];

function Line({ object, field, record }: LineProps) {
  const { of } = useLanguage();
  const name = of(field.label, field.name);
  return (
    <div
      className={`${base.clip} ${styles.fact}`}
      data-part="board-fact"
      title={field.kind === "text" ? `${name}：${textValue(record[field.name])}` : name}
    >
      {!SPEAKING.includes(field.kind) && <span className={styles.factName}>{name}</span>}
      <FieldCell object={object.name} field={field} record={record} value={record[field.name]} />
    </div>
  );
}

/** What it is worth in a short figure, in full in the hint; masked amounts stay masked. */
function Worth({ object, field, record }: LineProps) {
  const { t, language } = useLanguage();
  const company = useSession().data?.company.currency ?? "CNY";
  const value = record[field.name];
  const money = field.right === "mask" ? null : moneyOf(value);
  if (isBlank(value)) return <span className={base.muted}>{t(recordScreenMessages.noAmount)}</span>;
  if (!money) return <FieldCell object={object.name} field={field} record={record} value={value} />;
  return (
    <span className={styles.worth} title={moneyText(money, language)}>
      {shortMoney(money.amount, money.currency || company, language)}
    </span>
  );
}

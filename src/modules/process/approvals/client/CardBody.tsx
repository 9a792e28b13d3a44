import type { Values } from "../../../../shared/metadata/object.ts";
import { fileUrl } from "../../../../ui/data/files.ts";
import { type FieldInfo, isShown, type ObjectInfo, useObjects } from "../../../../ui/data/objects.ts";
import { isBlank } from "../../../../ui/data/values.ts";
import { FieldCell } from "../../../../ui/field/FieldCell.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import type { ApprovalCardData, CardCriterion, CardDetail } from "../shared/approval.contract.ts";
import { approvalScreenMessages } from "./approvals.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./CardBody.module.css";

export interface CardBodyProps {
  readonly object: string;
  readonly card: ApprovalCardData;
  readonly evidence: readonly CardCriterion[];
}
/**
 * What is signed: the figures of the record, and each criterion with its evidence. Nothing can be changed here.
 */
export function CardBody({ object: name, card, evidence }: CardBodyProps) {
  const object = useObjects().get(name);
  if (!object) return null;
  const figures = figuresOf(object, card.record);
  const shown = new Set(figures.map((field) => field.name));
  return (
    <>
      <Figures object={object} record={card.record} fields={figures} />
      <ul className={styles.approvalCriteria}>
        {evidence.map((criterion) => (
          <Criterion
            key={criterion.id}
            object={object}
            record={card.record}
            criterion={{
              ...criterion,
              details: criterion.details.filter((one) => !isShownAbove(one, shown)),
            }}
          />
        ))}
      </ul>
    </>
  );
}

const isShownAbove = (detail: CardDetail, shown: ReadonlySet<string>): boolean =>
  detail.type === "field" && shown.has(detail.field);

const FIGURES = 5;
/** Money first, then what the list of such records shows. */
const figuresOf = (object: ObjectInfo, record: Values): readonly FieldInfo[] =>
  object.list.columns
    .flatMap((name) => object.byName[name] ?? [])
    .filter(
      (field) =>
        field.name !== object.title &&
        field.kind !== "stage" &&
        field.kind !== "datetime" &&
        isShown(field) &&
        !isBlank(record[field.name]),
    )
    .toSorted((one, other) => Number(other.kind === "money") - Number(one.kind === "money"))
    .slice(0, FIGURES);

interface FiguresProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly fields: readonly FieldInfo[];
}
function Figures({ object, record, fields }: FiguresProps) {
  const { of } = useLanguage();
  return (
    <dl className={styles.approvalFigures}>
      {fields.map((field) => (
        <div key={field.name} data-money={field.kind === "money" || undefined}>
          <dt>{of(field.label)}</dt>
          <dd>
            <FieldCell object={object.name} field={field} record={record} value={record[field.name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface CriterionProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly criterion: CardCriterion;
}
function Criterion({ object, record, criterion }: CriterionProps) {
  const { t, of } = useLanguage();
  const { title, met, hidden, details } = criterion;
  return (
    <li data-met={met || undefined}>
      <div className={styles.approvalCriterion}>
        <Icon
          name={met ? "check" : "warning"}
          size={14}
          label={t(met ? approvalScreenMessages.met : approvalScreenMessages.open)}
        />
        <span>{typeof title === "string" ? title : of(title)}</span>
        {hidden && <span className={base.muted}>{t(approvalScreenMessages.hiddenItem)}</span>}
      </div>
      {details.length > 0 && (
        <ul className={styles.approvalDetails}>
          {details.map((detail) => (
            <Detail key={JSON.stringify(detail)} object={object} record={record} detail={detail} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Detail({
  object,
  record,
  detail,
}: Omit<CriterionProps, "criterion"> & { readonly detail: CardDetail }) {
  const { t, of } = useLanguage();
  const said = (text: string | Readonly<Record<string, string>>): string =>
    typeof text === "string" ? text : of(text);
  switch (detail.type) {
    case "item":
      return (
        <li data-done={detail.done || undefined}>
          <Icon
            name={detail.done ? "check" : "close"}
            size={12}
            label={t(detail.done ? approvalScreenMessages.met : approvalScreenMessages.open)}
          />
          {said(detail.label)}
        </li>
      );
    case "answer":
      return (
        <li>
          <span className={base.muted}>{said(detail.label)}</span>
          <span className={styles.approvalAnswer}>{detail.value}</span>
        </li>
      );
    case "file":
      return (
        <li>
          <a href={fileUrl(detail.id)} target="_blank" rel="noopener">
            <Icon name="paper-clip" size={12} /> {detail.name}
          </a>
        </li>
      );
    case "signed":
      return (
        <li className={base.muted}>
          {t(approvalScreenMessages.signedBy, { name: detail.by, time: timeText(detail.at) })}
        </li>
      );
    case "field": {
      const field = object.byName[detail.field];
      if (!field) return null;
      return (
        <li>
          <span className={base.muted}>{of(field.label)}</span>
          <FieldCell object={object.name} field={field} record={record} value={record[field.name]} />
        </li>
      );
    }
  }
}

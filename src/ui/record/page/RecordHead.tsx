import { Suspense, useState } from "react";
import { Link } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import { isShown, type ObjectInfo } from "../../data/objects.ts";
import { isBlank, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { Icon, objectIcon } from "../../kit/Icon.tsx";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { CompletenessRing } from "./CompletenessRing.tsx";
import { RecordMenu } from "./RecordMenu.tsx";
import * as base from "../../kit/base.module.css";
import * as quietButtonStyles from "../../kit/QuietButton.module.css";
import * as styles from "./RecordHead.module.css";

const EditDialog = lazily(() => import("../form/FormDialog.tsx").then((m) => m.EditDialog));

export interface RecordHeadProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly asOf: string | null;
  readonly abilities: { readonly update: boolean; readonly delete: boolean };
  readonly back: boolean;
  readonly onGone: () => void;
}

export function RecordHead({ object, record, asOf, abilities, back, onGone }: RecordHeadProps) {
  const { t, of } = useLanguage();
  const [editing, setEditing] = useState(false);
  // A name that must be given is missing only where it was erased.
  const isPersonal =
    object.byName[object.title]?.personal === true && object.byName[object.title]?.required === true;
  return (
    <header className={styles.recordHead}>
      {back && (
        <Link
          className={`${quietButtonStyles.ghost} ${quietButtonStyles.ghostSquare}`}
          to={`/records/${object.name}`}
          aria-label={`${t(kitMessages.back)} ${of(object.plural)}`}
        >
          <Icon name="left" />
        </Link>
      )}
      <span className={styles.recordIcon}>
        <Icon name={objectIcon(object.icon)} size={20} />
      </span>
      <div className={`${base.grow} ${styles.recordHeadGrow}`}>
        <h1 className={base.clip}>
          {textValue(record[object.title]) ||
            t(isPersonal ? recordScreenMessages.erased : recordScreenMessages.empty)}
        </h1>
        <Facts object={object} record={record} />
      </div>
      <CompletenessRing object={object} record={record} />
      {asOf === null && abilities.update && (
        <QuietButton icon="edit" className={quietButtonStyles.bordered} onClick={() => setEditing(true)}>
          {t(recordScreenMessages.edit)}
        </QuietButton>
      )}
      <RecordMenu {...{ object, record, asOf, onGone }} mayDelete={abilities.delete} />
      {editing && (
        <Suspense>
          <EditDialog object={object} record={record} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </header>
  );
}

/** The first filled columns of its list: what one wants to know at a glance. */
function Facts({ object, record }: { readonly object: ObjectInfo; readonly record: Values }) {
  const { of } = useLanguage();
  const facts = object.list.columns
    .flatMap((name) => object.byName[name] ?? [])
    .filter((field) => field.name !== object.title && isShown(field) && !isBlank(record[field.name]))
    .slice(0, 5);
  return (
    <dl className={styles.recordFacts} data-part="record-facts">
      {facts.map((field) => (
        <div key={field.name}>
          <dt>{of(field.label)}</dt>
          <dd>
            <FieldCell object={object.name} field={field} record={record} value={record[field.name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

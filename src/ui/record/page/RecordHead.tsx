import { Suspense, useState } from "react";
import { Link } from "react-router";
import { isShown, type ObjectInfo } from "../../data/objects.ts";
import { idOf, textValue } from "../../data/values.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { Icon, objectIcon } from "../../kit/Icon.tsx";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { usePageTitle } from "../../kit/use-page-title.ts";
import type { RecordPanelProps } from "../../slots/record-page.ts";
import { FollowStar } from "../FollowStar.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { CompletenessRing } from "./CompletenessRing.tsx";
import { headFields } from "./key-figures.ts";
import { KeyFigures } from "./KeyFigures.tsx";
import { Lookers } from "./Lookers.tsx";
import { RecordMenu } from "./RecordMenu.tsx";
import { RecordPanels } from "./RecordPanels.tsx";
import * as styles from "./RecordHead.module.css";

const EditDialog = lazily(() => import("../form/FormDialog.tsx").then((m) => m.EditDialog));

export interface RecordHeadProps {
  readonly panel: RecordPanelProps;
  readonly abilities: { readonly update: boolean; readonly delete: boolean };
  /** One column: what can be done stands at the thumb instead. */
  readonly narrow: boolean;
  readonly back: boolean;
  /** Opens a field that is still empty. */
  readonly onGap: (field: string) => void;
  readonly onGone: () => void;
}

/** Its name, the figures it is known by and whose it is, and the step that comes next. */
export function RecordHead({ panel, abilities, narrow, back, onGap, onGone }: RecordHeadProps) {
  const { object, record, asOf } = panel;
  const { t, of } = useLanguage();
  const [editing, setEditing] = useState(false);
  const editable = asOf === null && abilities.update;
  const name = useRecordName(object, record);
  // Beside its list the page is still that of the list.
  usePageTitle(...(back ? [name, of(object.label)] : []));
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        {back && (
          <Link
            className={styles.back}
            to={`/records/${object.name}`}
            aria-label={`${t(kitMessages.back)} ${of(object.plural)}`}
          >
            <Icon name="left" />
          </Link>
        )}
        <span className={styles.icon}>
          <Icon name={objectIcon(object.icon)} size={18} />
        </span>
        <h1 className={styles.name}>{name}</h1>
        {asOf === null && <FollowStar object={object} record={record} />}
        {editable && <CompletenessRing object={object} record={record} onGap={onGap} />}
        {editable && (
          <QuietButton
            icon="edit"
            aria-keyshortcuts="e"
            aria-label={t(recordScreenMessages.edit)}
            onClick={() => setEditing(true)}
          >
            {!narrow && t(recordScreenMessages.edit)}
          </QuietButton>
        )}
        <RecordMenu {...{ object, record, asOf, onGone }} mayDelete={abilities.delete} />
      </div>
      <div className={styles.line}>
        <KeyFigures
          object={object}
          record={record}
          fields={headFields(object, record).filter(isShown)}
          editable={editable}
        />
        <span className={styles.gap} />
        {asOf === null && !narrow && object.sharing === "owner" && (
          <Lookers object={object.name} id={idOf(record)} />
        )}
        {!narrow && <RecordPanels place="head" props={panel} />}
      </div>
      {editing && (
        <Suspense>
          <EditDialog object={object} record={record} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </header>
  );
}

/** What a record is called; a name that must be given is missing only where it was erased. */
function useRecordName(object: ObjectInfo, record: RecordPanelProps["record"]): string {
  const { t } = useLanguage();
  const field = object.byName[object.title];
  const isErased = field?.personal === true && field.required === true;
  return (
    textValue(record[object.title]) || t(isErased ? recordScreenMessages.erased : recordScreenMessages.empty)
  );
}

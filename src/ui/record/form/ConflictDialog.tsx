import { Modal } from "antd";
import { useState } from "react";
import type { WireValue } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { ClashLine } from "./ClashLine.tsx";
import { ConflictBesides } from "./ConflictBesides.tsx";
import type { Choice, Conflict } from "./conflict.ts";
import { conflictMessages } from "./conflict.messages.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./ConflictDialog.module.css";

export interface ConflictDialogProps {
  readonly object: ObjectInfo;
  readonly conflict: Conflict;
  readonly mine: (name: string) => WireValue | undefined;
  readonly onSave: (choices: Readonly<Record<string, Choice>>) => void;
  /** Back to what was typed, unchanged. */
  readonly onBack: () => void;
  /** One field changed in its place: there is no form to go back to. */
  readonly inPlace?: boolean;
}

/** Two people changed the same fields: each field side by side, and one choice for each. */
export function ConflictDialog({
  object,
  conflict,
  mine,
  onSave,
  onBack,
  inPlace = false,
}: ConflictDialogProps) {
  const { t } = useLanguage();
  const { current } = conflict;
  // What only they changed is told; there is nothing to choose.
  const clashes = conflict.clashes.filter(({ field }) => mine(field) !== undefined);
  const besides = conflict.clashes.filter(({ field }) => mine(field) === undefined);
  const all = (choice: Choice): Readonly<Record<string, Choice>> =>
    Object.fromEntries(clashes.map(({ field }) => [field, choice]));
  const [choices, setChoices] = useState(() => all("mine"));
  return (
    <Modal
      open
      width={640}
      title={t(conflictMessages.title)}
      okText={t(conflictMessages.save)}
      cancelText={t(inPlace ? kitMessages.cancel : conflictMessages.back)}
      mask={{ closable: false }}
      onOk={() => onSave(choices)}
      onCancel={onBack}
    >
      <p className={base.muted}>{t(inPlace ? conflictMessages.leadInPlace : conflictMessages.lead)}</p>
      {clashes.length > 1 && (
        <div className={`${base.line} ${styles.conflictAll}`}>
          <QuietButton onClick={() => setChoices(all("mine"))}>{t(conflictMessages.allMine)}</QuietButton>
          <QuietButton onClick={() => setChoices(all("theirs"))}>{t(conflictMessages.allTheirs)}</QuietButton>
        </div>
      )}
      <ConflictBesides object={object} clashes={besides} current={current} />
      <div className={styles.conflict} data-part="conflict">
        {clashes.map((clash) => {
          const field = object.byName[clash.field];
          return (
            field && (
              <ClashLine
                key={clash.field}
                object={object}
                field={field}
                clash={clash}
                mine={mine(clash.field)}
                current={current}
                value={choices[clash.field] ?? "mine"}
                onChange={(choice) => setChoices({ ...choices, [clash.field]: choice })}
              />
            )
          );
        })}
      </div>
    </Modal>
  );
}

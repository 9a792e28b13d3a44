import { Modal } from "antd";
import { useState } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import { isBlank } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { Ghost } from "../../kit/Ghost.tsx";
import { kitTexts } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { timeText } from "../../kit/time-text.ts";
import { recordTexts } from "../record.messages.ts";
import type { Choice, Clash, Conflict } from "./conflict.ts";
import { conflictTexts } from "./conflict.messages.ts";
import "./conflict.css";

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
      title={t(conflictTexts.title)}
      okText={t(conflictTexts.save)}
      cancelText={t(inPlace ? kitTexts.cancel : conflictTexts.back)}
      mask={{ closable: false }}
      onOk={() => onSave(choices)}
      onCancel={onBack}
    >
      <p className="muted">{t(inPlace ? conflictTexts.leadInPlace : conflictTexts.lead)}</p>
      {clashes.length > 1 && (
        <div className="line conflict-all">
          <Ghost onClick={() => setChoices(all("mine"))}>{t(conflictTexts.allMine)}</Ghost>
          <Ghost onClick={() => setChoices(all("theirs"))}>{t(conflictTexts.allTheirs)}</Ghost>
        </div>
      )}
      {besides.length > 0 && (
        <ul className="conflict-besides">
          {besides.map((clash) => (
            <BesideLine key={clash.field} object={object} clash={clash} current={current} />
          ))}
        </ul>
      )}
      <div className="conflict">
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

/** A field that they changed and the reader did not. */
function BesideLine({
  object,
  clash,
  current,
}: {
  readonly object: ObjectInfo;
  readonly clash: Clash;
  readonly current: Values;
}) {
  const { t, of } = useLanguage();
  const field = object.byName[clash.field];
  if (!field) return null;
  const author = clash.author || t(conflictTexts.bySomeone);
  const value = current[field.name];
  return (
    <li>
      <strong>{of(field.label, field.name)}</strong>{" "}
      {isBlank(value) ? (
        <span className="muted">{t(recordTexts.empty)}</span>
      ) : (
        <FieldCell object={object.name} field={field} record={bare(current)} value={value} />
      )}{" "}
      <small className="muted">
        {clash.at ? t(conflictTexts.by, { author, time: timeText(clash.at) }) : author}
      </small>
    </li>
  );
}

interface ClashLineProps {
  readonly object: ObjectInfo;
  readonly field: FieldInfo;
  readonly clash: Clash;
  readonly mine: WireValue | undefined;
  readonly current: Values;
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
}
function ClashLine({ object, field, clash, mine, current, value, onChange }: ClashLineProps) {
  const { t, of } = useLanguage();
  const author = clash.author || t(conflictTexts.bySomeone);
  const sides = [
    { key: "mine", name: t(conflictTexts.mine), note: t(conflictTexts.notSaved), shown: mine },
    {
      key: "theirs",
      name: t(conflictTexts.theirs),
      note: clash.at ? t(conflictTexts.by, { author, time: timeText(clash.at) }) : author,
      shown: current[field.name],
    },
  ] as const;
  return (
    <fieldset className="conflict-field">
      <legend>{of(field.label, field.name)}</legend>
      {sides.map(({ key, name, note, shown }) => (
        <label key={key} className="conflict-side" data-on={value === key || undefined}>
          <input
            type="radio"
            name={`conflict-${field.name}`}
            checked={value === key}
            onChange={() => onChange(key)}
          />
          <span className="conflict-text">
            <strong>{name}</strong>
            <span className="conflict-value">
              {isBlank(shown) ? (
                <span className="muted">{t(recordTexts.empty)}</span>
              ) : (
                <FieldCell object={object.name} field={field} record={bare(current)} value={shown} />
              )}
            </span>
            <small className="muted">{note}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Titles belong to one of the two values; each cell finds its own. */
function bare(record: Values): Values {
  const { titles: _titles, ...rest } = record;
  return rest;
}

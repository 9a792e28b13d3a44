import { Button } from "antd";
import { useState } from "react";
import type { ObjectInfo } from "../../../ui/data/objects.ts";
import { isAble, useMe } from "../../../ui/data/session.ts";
import { LIFE } from "../shared/told-life.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { FileReading, type ReadingChoice, readingIn } from "./FileReading.tsx";
import { fieldOptions, valueOfChoice } from "./field-choices.ts";
import { type Constants, ConstantFields } from "./ConstantFields.tsx";
import {
  type Choices,
  choicesIn,
  choicesOf,
  type ColumnChoice,
  type GivenOptions,
  type Inspected,
  type InspectedColumn,
  mappingOf,
} from "./import-data.ts";
import { texts } from "./importing.messages.ts";
import { MappingRow } from "./MappingRow.tsx";
import { SaveAs, SavedMappings } from "./SavedMappings.tsx";
import { MatchSettings, type Settings } from "./MatchSettings.tsx";

export interface MappingStepProps {
  readonly object: ObjectInfo;
  readonly inspected: Inspected;
  readonly isStarting: boolean;
  readonly isReading?: boolean;
  /** Reads the file another way. */
  readonly onRead?: (reading: ReadingChoice) => void;
  readonly onOther: () => void;
  readonly onCheck: (options: object) => void;
}
const NO_CHOICE: ColumnChoice = {};
const isMapped = (choice: ColumnChoice | undefined): boolean => Boolean(choice?.field ?? choice?.entered);
const settingsIn = (given: GivenOptions | undefined, match: readonly string[]): Settings => ({
  match: given?.match ?? (match.length > 0 ? match : null),
  onMatch: given?.on_match ?? "update",
  empty: given?.empty ?? "keep",
  override: given?.gates?.override?.reason ?? null,
});

/** What has no field yet first, what the system keeps by itself last. */
const placeOf = ({ name, kept }: InspectedColumn, choices: Choices): number =>
  isMapped(choices[name]) ? 1 : kept ? 2 : 0;

/** Columns to fields, and how rows meet records that are there already. */
export function MappingStep({
  object,
  inspected,
  isStarting,
  isReading = false,
  onRead,
  onOther,
  onCheck,
}: MappingStepProps) {
  const language = useLanguage();
  const { t } = language;
  const { options: given } = inspected;
  const [choices, setChoices] = useState<Choices>(() =>
    given ? choicesIn(given, inspected.columns) : choicesOf(inspected),
  );
  const me = useMe();
  const [settings, setSettings] = useState<Settings>(() => {
    const known = settingsIn(given, inspected.match);
    // What another installation went through by its gates is not asked a second time; whoever imports sees
    // that it is chosen, and why.
    const hasLife =
      !given &&
      object.stageField !== undefined &&
      inspected.columns.some(({ suggestion }) => suggestion?.field === LIFE);
    return hasLife && isAble(me, "pipeline.override") ? { ...known, override: t(texts.movedReason) } : known;
  });
  const [constants, setConstants] = useState<Constants>(() => given?.constants ?? {});
  const [name, setName] = useState(given?.save_as ?? "");
  const taken = new Set(Object.values(choices).flatMap((choice) => valueOfChoice(choice) ?? []));
  const take = (options: GivenOptions, as: string): void => {
    setChoices(choicesIn(options, inspected.columns));
    setSettings(settingsIn(options, inspected.match));
    setConstants(options.constants ?? {});
    setName(as);
  };
  // What has no field yet comes first. The order stays while one works on it.
  const [order] = useState(() =>
    inspected.columns.toSorted((a, b) => placeOf(a, choices) - placeOf(b, choices)),
  );
  const match = settings.match ?? ["id", "external_id"].filter((field) => taken.has(field)).slice(0, 1);
  const left = inspected.columns.filter(({ name, kept }) => !kept && !isMapped(choices[name])).length;
  const matchable = fieldOptions(object, language).filter(
    ({ value }) => taken.has(value) && value !== LIFE && !/[:.]/.test(value),
  );
  const check = (): void =>
    onCheck({
      ...optionsOf(
        object,
        choices,
        { ...settings, match: match.filter((field) => taken.has(field)) },
        constants,
        name,
      ),
      ...readingIn(inspected),
    });
  return (
    <section className="import-mapping">
      <FileLine inspected={inspected} onOther={onOther} />
      <FileReading inspected={inspected} isReading={isReading} {...(onRead ? { onRead } : {})} />
      <SavedMappings saved={inspected.saved ?? []} onTake={take} />
      {left > 0 && (
        <p className="import-left" role="status">
          {t(texts.unmapped, { count: left })}
        </p>
      )}
      <div className="card mapping-table">
        {order.map((column) => (
          <MappingRow
            key={column.name}
            object={object}
            column={column}
            choice={choices[column.name] ?? NO_CHOICE}
            taken={taken}
            onChange={(choice) => setChoices((before) => ({ ...before, [column.name]: choice }))}
          />
        ))}
      </div>
      <ConstantFields object={object} constants={constants} onChange={setConstants} />
      <MatchSettings
        object={object}
        matchable={matchable}
        settings={{ ...settings, match }}
        onChange={setSettings}
      />
      <SaveAs name={name} onChange={setName} />
      <CheckButton
        inspected={inspected}
        isStarting={isStarting}
        isDisabled={
          !inspected.columns.some((column) => isMapped(choices[column.name])) ||
          settings.override?.trim() === ""
        }
        onCheck={check}
      />
    </section>
  );
}

interface CheckButtonProps {
  readonly inspected: Inspected;
  readonly isStarting: boolean;
  readonly isDisabled: boolean;
  readonly onCheck: () => void;
}
function CheckButton({ inspected, isStarting, isDisabled, onCheck }: CheckButtonProps) {
  const { t } = useLanguage();
  const goesOn = inspected.from !== undefined && !inspected.dry_run;
  return (
    <div className="import-foot">
      {!goesOn && <span className="note">{t(texts.checkDetail)}</span>}
      <Button type="primary" loading={isStarting} disabled={isDisabled} onClick={onCheck}>
        {goesOn ? t(texts.goOnRows, { count: (inspected.failed ?? 0).toLocaleString() }) : t(texts.check)}
      </Button>
    </div>
  );
}

/** In the words of the API; a check comes first. */
function optionsOf(
  object: ObjectInfo,
  choices: Choices,
  { match, onMatch, empty, override }: Settings,
  constants: Constants,
  name: string,
): object {
  return {
    object: object.name,
    dry_run: true,
    match: match ?? [],
    on_match: onMatch,
    ...(empty === "clear" ? { empty } : {}),
    mapping: mappingOf(choices),
    ...(Object.keys(constants).length > 0 ? { constants } : {}),
    ...(name.trim() ? { save_as: name.trim() } : {}),
    ...(override?.trim() ? { gates: { override: { reason: override } } } : {}),
  };
}

interface FileLineProps {
  readonly inspected: Inspected;
  readonly onOther: () => void;
}
/** Which file, and another one. */
function FileLine({ inspected, onOther }: FileLineProps) {
  const { t } = useLanguage();
  return (
    <div className="import-file">
      <b>{inspected.file_name}</b>
      <span className="note">
        {t(texts.fileFacts, { rows: inspected.rows.toLocaleString(), columns: inspected.columns.length })}
      </span>
      <Button size="small" onClick={onOther}>
        {t(texts.otherFile)}
      </Button>
    </div>
  );
}

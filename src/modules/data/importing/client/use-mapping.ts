import { useState } from "react";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { isAble, useMe } from "../../../../ui/data/session.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ImportOptionsInput } from "../shared/given-options.contract.ts";
import type { Inspected, InspectedColumn } from "../shared/inspection.contract.ts";
import { LIFE } from "../shared/imported-life.ts";
import type { Constants } from "./ConstantFields.tsx";
import { fieldOptions, valueOfChoice } from "./field-choices.ts";
import { type Choices, choicesIn, choicesOf, type ColumnChoice, mappingOf } from "./import-data.ts";
import { importScreenMessages } from "./importing.messages.ts";
import type { Settings } from "./MatchSettings.tsx";

const isMapped = (choice: ColumnChoice | undefined): boolean => Boolean(choice?.field ?? choice?.entered);
const settingsIn = (given: ImportOptionsInput | undefined, match: readonly string[]): Settings => ({
  match: given?.match ?? (match.length > 0 ? match : null),
  onMatch: given?.on_match ?? "update",
  empty: given?.empty ?? "keep",
  override: given?.gates?.override?.reason ?? null,
});

/**
 * What another installation went through by its gates is not asked a second time, where the importer may pass
 * them; whoever imports sees that it is chosen, and why.
 */
function firstSettings(
  object: ObjectInfo,
  inspected: Inspected,
  mayOverride: boolean,
  reason: string,
): Settings {
  const known = settingsIn(inspected.options, inspected.match);
  const hasLife =
    !inspected.options &&
    object.stageField !== undefined &&
    inspected.columns.some(({ suggestion }) => suggestion?.field === LIFE);
  return hasLife && mayOverride ? { ...known, override: reason } : known;
}

/** What has no field yet first, what the system keeps by itself last. */
const placeOf = ({ name, kept }: InspectedColumn, choices: Choices): number =>
  isMapped(choices[name]) ? 1 : kept ? 2 : 0;

/** In the words of the API; a check comes first. */
function optionsOf(
  object: ObjectInfo,
  choices: Choices,
  { match, onMatch, empty, override }: Settings,
  constants: Constants,
  name: string,
): Partial<ImportOptionsInput> {
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

/** Which column fills which field, and how rows meet records, as one works on it. */
export function useMapping(object: ObjectInfo, inspected: Inspected) {
  const language = useLanguage();
  const { t } = language;
  const { options: given } = inspected;
  const [choices, setChoices] = useState<Choices>(() =>
    given ? choicesIn(given, inspected.columns) : choicesOf(inspected),
  );
  const me = useMe();
  const [settings, setSettings] = useState<Settings>(() =>
    firstSettings(object, inspected, isAble(me, "pipeline.override"), t(importScreenMessages.movedReason)),
  );
  const [constants, setConstants] = useState<Constants>(() => given?.constants ?? {});
  const [name, setName] = useState(given?.save_as ?? "");
  const taken = new Set(
    Object.values(choices).flatMap((choice) => [valueOfChoice(choice) ?? [], choice.also ?? []].flat()),
  );
  const take = (options: ImportOptionsInput, as: string): void => {
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
  const open = inspected.columns.filter(({ name, kept }) => !kept && !isMapped(choices[name]));
  const matchable = fieldOptions(object, language).filter(
    ({ value }) => taken.has(value) && value !== LIFE && !/[:.]/.test(value),
  );
  return {
    choices,
    choose: (column: string, choice: ColumnChoice): void =>
      setChoices((before) => ({ ...before, [column]: choice })),
    /** The fields that some column fills. */
    taken,
    take,
    order,
    /** The columns that have no field yet. */
    open,
    matchable,
    settings: { ...settings, match },
    setSettings,
    constants,
    setConstants,
    name,
    setName,
    isReady:
      inspected.columns.some((column) => isMapped(choices[column.name])) && settings.override?.trim() !== "",
    /** In the words of the API. */
    optionsOf: () =>
      optionsOf(
        object,
        choices,
        { ...settings, match: match.filter((field) => taken.has(field)) },
        constants,
        name,
      ),
  };
}

import { useRef, useState } from "react";
import type { FieldKind } from "../../../../../shared/metadata/field.ts";
import type { FieldInfo, ObjectInfo } from "../../../../../ui/data/objects.ts";
import { bodyOf, draftOf, type FieldDraft, labelsOf, type SettingsField, withKind } from "../field-draft.ts";

type Drafts = Readonly<Record<string, FieldDraft>>;
const NEW = "new:";

/** Fields as they are being changed, and those that are yet to be made; by name, new ones by a number. */
export function useFieldDrafts(object: ObjectInfo, settings: readonly SettingsField[]) {
  const [drafts, setDrafts] = useState<Drafts>({});
  const count = useRef(0);
  const isNew = (name: string) => name.startsWith(NEW);
  const saved = (name: string): SettingsField | null => settings.find((one) => one.name === name) ?? null;
  const draftFor = (name: string): FieldDraft => drafts[name] ?? draftOf(saved(name));
  const differs = (name: string): boolean => {
    const draft = drafts[name];
    const field = saved(name);
    if (!draft || !field) return draft !== undefined;
    return JSON.stringify(draft) !== JSON.stringify(draftOf(field));
  };
  /** It is to become of another kind, and its values with it. */
  const isConverting = (name: string): boolean => {
    const field = saved(name);
    return field?.custom === true && field.kind !== draftFor(name).kind;
  };
  const put = (name: string, draft: FieldDraft) => setDrafts((before) => ({ ...before, [name]: draft }));
  return {
    isNew,
    saved,
    draftFor,
    isConverting,
    isChanged: Object.keys(drafts).some(differs),
    /** What is to be sent: new ones first, as others may speak of them. */
    changedNames: Object.keys(drafts)
      .filter(differs)
      .toSorted((one, other) => Number(isNew(other)) - Number(isNew(one))),
    /** The field as it would be. */
    fieldOf: (name: string): FieldInfo | undefined => {
      const field = object.byName[name] ?? saved(name) ?? undefined;
      const draft = drafts[name];
      return draft ? asField(name, draft, field) : field;
    },
    add: (kind: FieldKind): string => {
      count.current += 1;
      const name = `${NEW}${count.current}`;
      put(name, withKind(draftOf(null), kind));
      return name;
    },
    set: (name: string, part: Partial<FieldDraft>) => put(name, { ...draftFor(name), ...part }),
    setKind: (name: string, kind: FieldKind) => put(name, withKind(draftFor(name), kind)),
    forget: (names: readonly string[]) =>
      setDrafts((before) =>
        Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name))),
      ),
    forgetAll: () => setDrafts({}),
    bodyFor: (name: string) => bodyOf(draftFor(name), saved(name)),
  };
}

/** A draft as what draws fields knows it; what an emptied property was is not shown. */
const asField = (name: string, draft: FieldDraft, field: FieldInfo | undefined): FieldInfo =>
  ({
    ...field,
    ...Object.fromEntries(
      ["required", "width", "create_form"].map((key) => [key, draft.properties[key] ?? undefined]),
    ),
    name,
    kind: draft.kind,
    label: labelsOf(draft.zh, draft.en),
  }) as FieldInfo;

import { useRef, useState } from "react";
import type { FormSection } from "../../../../../shared/metadata/object.ts";
import { changeField, makeField } from "../../../../../shared/wire/fields.contract.ts";
import { changeObject } from "../../../../../shared/wire/objects.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { useIntent } from "../../../../../ui/data/intent.ts";
import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import type { FormErrors } from "../../../../../ui/kit/form-errors.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { useForm } from "../../../../../ui/kit/use-form.ts";
import { useTell } from "../../../../../ui/kit/use-tell.tsx";
import { apiNameOf } from "../api-name.ts";
import { everyFault } from "../definition-errors.ts";
import { useReread } from "../definition-data.ts";
import { asSent, type FieldDraft } from "../field-draft.ts";
import { partsOf } from "../field-parts.ts";
import { objectMessages } from "../objects.messages.ts";
import { asSections, withNames } from "./form-layout.ts";
import type { Arranging } from "./use-arranging.ts";

export type SavingForm = ReturnType<typeof useSaveForm>;
/** What a new field is called in the API: as its draft says, else after its English words; "": by the server. */
export const apiNameFor = ({ name, en }: FieldDraft): string => name || apiNameOf(en);
const NAMED = ["kind", "label", "description", "name", "map"];

/**
 * Saves what was made and changed: new fields, changed ones, then where they stand. What is refused is chosen,
 * with its faults beside it; what was saved before it stays saved.
 */
export function useSaveForm(object: ObjectInfo, arranging: Arranging) {
  const { fields } = arranging;
  const reread = useReread();
  const tell = useTell();
  const sendField = useSendField(object, arranging);
  // The field whose faults are told; null: those of the form.
  const [refused, setRefused] = useState<string | null>(null);
  const shown = useRef<readonly string[]>([]);
  const form = useForm<string>([], (problem) => everyFault(problem, shown.current));
  const mind = (name: string | null) => {
    const parts = name === null ? [] : partsOf(fields.draftFor(name).kind, fields.saved(name));
    shown.current = name === null ? [] : [...NAMED, ...parts.map(({ key }) => key)];
    setRefused(name);
  };
  const send = async () => {
    const called = new Map<string, string>();
    let at: string | null = null;
    try {
      for (at of fields.changedNames) called.set(at, await sendField(at, called));
      at = null;
      const sections = asSections(withNames(arranging.layout, called));
      if (arranging.isArranged) await sendSections(object, sections.length > 0 ? sections : null);
    } catch (error) {
      mind(at);
      if (called.size > 0) await reread();
      arranging.settle(called, at);
      throw error;
    }
    await reread();
    arranging.settle(called);
    tell.saved();
  };
  return {
    busy: form.busy,
    save: () => form.submit({}, send),
    /** Of a field, or of the form as a whole. */
    errorsOf: (name: string | null): FormErrors => (name === refused ? form.errors : {}),
  };
}

export const sendSections = (object: ObjectInfo, sections: readonly FormSection[] | null) =>
  call(changeObject, { params: { object: object.name }, body: asSent({ sections }) });

/** Sends one field and answers what it is called; says so when its values are converted meanwhile. */
function useSendField(object: ObjectInfo, { fields }: Arranging) {
  const { t } = useLanguage();
  const intent = useIntent();
  const tell = useTell();
  return async (name: string, called: ReadonlyMap<string, string>): Promise<string> => {
    const draft = fields.draftFor(name);
    const saved = fields.saved(name);
    const kind = saved?.kind === draft.kind ? {} : { kind: draft.kind };
    const named = saved || !apiNameFor(draft) ? {} : { name: apiNameFor(draft) };
    const body = asSent({ ...fields.bodyFor(name), ...kind, ...named });
    const answer = await intent.run(body, (key) =>
      saved
        ? call(changeField, { params: { object: object.name, field: name }, body, key })
        : call(makeField, { params: { object: object.name }, body, key }),
    );
    if ("converting" in answer) tell.note(t(objectMessages.kindConverting), 8);
    if (saved || !answer.data || !("fields" in answer.data)) return name;
    const known = new Set([...Object.keys(object.byName), ...called.values()]);
    return answer.data.fields.find((one) => !known.has(one.name))?.name ?? name;
  };
}

import { useQueryClient } from "@tanstack/react-query";
import { changeField, makeField } from "../../../../shared/wire/fields.contract.ts";
import { useIntent } from "../../../../ui/data/intent.ts";
import { OBJECTS, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { call } from "../../../../ui/data/call.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { asSent, bodyOf, type FieldDraft, type SettingsField } from "./field-draft.ts";
import { objectMessages } from "./objects.messages.ts";

/** Saves a field as its draft has it, then reads the objects again; says so when its values are converted. */
export function useSendField(object: ObjectInfo, field: SettingsField | null) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const intent = useIntent();
  const tell = useTell();
  return async (draft: FieldDraft, name: string): Promise<void> => {
    const kind = field?.kind === draft.kind ? {} : { kind: draft.kind };
    const body = asSent({ ...bodyOf(draft, field), ...kind, ...(field || !name ? {} : { name }) });
    const answer = await intent.run(body, (key) =>
      field
        ? call(changeField, { params: { object: object.name, field: field.name }, body, key })
        : call(makeField, { params: { object: object.name }, body, key }),
    );
    if ("converting" in answer) tell.note(t(objectMessages.kindConverting), 8);
    await client.invalidateQueries({ queryKey: OBJECTS });
  };
}

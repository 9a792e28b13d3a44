import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useIntent } from "../../../../ui/data/intent.ts";
import { OBJECTS, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { request } from "../../../../ui/data/request.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { bodyOf, type FieldDraft, type SettingsField } from "./field-draft.ts";
import { objectTexts } from "./objects.messages.ts";

/** Saves a field as its draft has it, then reads the objects again; says so when its values are converted. */
export function useSendField(object: ObjectInfo, field: SettingsField | null) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const intent = useIntent();
  const { message } = App.useApp();
  return async (draft: FieldDraft, name: string): Promise<void> => {
    const kind = field?.kind === draft.kind ? {} : { kind: draft.kind };
    const body = { ...bodyOf(draft, field), ...kind, ...(field ? {} : { name }) };
    const path = `/objects/${object.name}/fields${field ? `/${field.name}` : ""}`;
    const answer = await intent.run(body, (key) =>
      request<{ converting?: object } | undefined>(path, { method: field ? "PATCH" : "POST", body, key }),
    );
    if (answer?.converting) void message.info(t(objectTexts.kindConverting), 8);
    await client.invalidateQueries({ queryKey: OBJECTS });
  };
}

import { Input, Select, Switch } from "antd";
import { useObjects } from "../../../ui/data/objects.ts";
import { Labelled } from "../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { TextField } from "../../../ui/kit/TextField.tsx";
import { type FieldDraft, RETURNS } from "./field-draft.ts";
import { NumberParts } from "./NumberParts.tsx";
import { KIND_TEXTS } from "./kind-texts.ts";
import { settingsTexts } from "./settings.messages.ts";

export interface PartsProps {
  readonly draft: FieldDraft;
  readonly set: (change: Partial<FieldDraft>) => void;
}
/** What a kind asks for beyond its name. */
export function KindParts({ draft, set }: PartsProps) {
  const { t } = useLanguage();
  switch (draft.kind) {
    case "select":
    case "multiselect":
      return (
        <Labelled label={t(settingsTexts.options)} required hint={t(settingsTexts.optionsHint)}>
          {({ id }) => (
            <Input.TextArea id={id} autoSize={{ minRows: 3, maxRows: 12 }} value={draft.options} onChange={(event) => set({ options: event.target.value })} />
          )}
        </Labelled>
      );
    case "integer":
      return (
        <label className="line">
          <Switch size="small" checked={draft.ungrouped} onChange={(ungrouped) => set({ ungrouped })} />
          <span>{t(settingsTexts.ungrouped)}</span>
        </label>
      );
    case "link":
      return <LinkParts draft={draft} set={set} />;
    case "formula":
      return <FormulaParts draft={draft} set={set} />;
    case "auto_number":
      return <NumberParts draft={draft} set={set} />;
    default:
      return null;
  }
}

function LinkParts({ draft, set }: PartsProps) {
  const { t, of } = useLanguage();
  const options = [...useObjects().values()].map((object) => ({ value: object.name, label: of(object.label, object.name) }));
  return (
    <>
      <Labelled label={t(settingsTexts.target)} required>
        {({ id }) => (
          <Select
            id={id}
            mode="multiple"
            showSearch={{ optionFilterProp: "label" }}
            value={[...draft.targets]}
            options={options}
            onChange={(targets: string[]) => set({ targets })}
          />
        )}
      </Labelled>
      <TextField label={t(settingsTexts.relatedLabel)} value={draft.inverse} onChange={(inverse) => set({ inverse })} hint={t(settingsTexts.optionsHint)} />
    </>
  );
}

function FormulaParts({ draft, set }: PartsProps) {
  const { t } = useLanguage();
  return (
    <>
      <Labelled label={t(settingsTexts.formula)} required hint={t(settingsTexts.formulaHint)}>
        {({ id }) => (
          <Input.TextArea
            id={id}
            className="mono"
            autoSize={{ minRows: 2 }}
            value={draft.expression}
            onChange={(event) => set({ expression: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t(settingsTexts.returns)}>
        {({ id }) => (
          <Select
            id={id}
            value={draft.returns}
            options={RETURNS.map((kind) => ({ value: kind, label: t(KIND_TEXTS[kind]) }))}
            onChange={(returns) => set({ returns })}
          />
        )}
      </Labelled>
    </>
  );
}

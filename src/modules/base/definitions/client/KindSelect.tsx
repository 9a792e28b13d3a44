import { Select } from "antd";
import type { FieldKind } from "../../../../shared/metadata/field.ts";
import { Labelled } from "../../../../ui/kit/Field.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { KIND_TEXTS, OFFERED } from "./kind.messages.ts";
import { definitionScreenMessages } from "./definitions.messages.ts";

export interface KindSelectProps {
  readonly kind: FieldKind;
  readonly fixed: boolean;
  readonly error: string | undefined;
  readonly onChange: (kind: FieldKind) => void;
}
/** The kind of a field among those that may be made. */
export function KindSelect({ kind, fixed, error, onChange }: KindSelectProps) {
  const { t } = useLanguage();
  const options = OFFERED.map((one) => ({ value: one, label: t(KIND_TEXTS[one]) }));
  return (
    <Labelled label={t(definitionScreenMessages.kind)} error={error}>
      {({ id }) => (
        <Select<FieldKind>
          id={id}
          showSearch={{ optionFilterProp: "label" }}
          disabled={fixed}
          value={kind}
          options={options}
          onChange={onChange}
        />
      )}
    </Labelled>
  );
}

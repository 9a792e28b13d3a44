import { Labelled } from "../../../../../ui/kit/Field.tsx";
import { NumberField } from "../../../../../ui/kit/NumberField.tsx";

/** A whole number that may be left empty. */
export function CountField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}) {
  return (
    <Labelled label={label}>
      {({ id }) => (
        <NumberField
          id={id}
          min={0}
          max={3650}
          value={value ?? null}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )}
    </Labelled>
  );
}

import type { CSSProperties } from "react";
import type { SelectOption } from "../../shared/metadata/field.ts";
import { dotColor } from "../kit/colors.ts";
import { useLanguage } from "../kit/language.tsx";
import * as chipStyles from "../kit/chip.module.css";

export function OptionChip({
  option,
  name,
}: {
  readonly option: SelectOption | undefined;
  readonly name: string;
}) {
  const { of } = useLanguage();
  const color = dotColor(option?.color, option?.status);
  return (
    <span
      className={color ? chipStyles.chip : `${chipStyles.chip} ${chipStyles.chipPlain}`}
      data-part="chip"
      style={color ? ({ "--dot": color } as CSSProperties) : undefined}
    >
      {of(option?.label, name)}
    </span>
  );
}

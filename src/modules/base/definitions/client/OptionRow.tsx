import { Input, Select } from "antd";
import type { SelectOption } from "../../../../shared/metadata/field.ts";
import { COLOR_NAMES, swatchOf } from "../../../../ui/kit/colors.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { kitMessages } from "../../../../ui/kit/kit.messages.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { objectMessages } from "./objects.messages.ts";
import { type OptionGroup, OptionGroupInput } from "./OptionGroupInput.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./OptionRow.module.css";

/** What an option is called in both languages. */
function OptionWords({ option, onChange }: Pick<OptionRowProps, "option" | "onChange">) {
  const { t } = useLanguage();
  const put = (tag: "zh-CN" | "en", text: string) => onChange({ label: { ...option.label, [tag]: text } });
  return (
    <>
      <Input
        aria-label={`${t(objectMessages.optionZh)} ${option.name}`}
        placeholder={t(objectMessages.optionZh)}
        value={option.label["zh-CN"] ?? ""}
        onChange={(event) => put("zh-CN", event.target.value)}
      />
      <Input
        aria-label={`${t(objectMessages.optionEn)} ${option.name}`}
        placeholder={t(objectMessages.optionEn)}
        value={option.label["en"] ?? ""}
        onChange={(event) => put("en", event.target.value)}
      />
    </>
  );
}

interface OptionColorProps {
  readonly name: string;
  readonly color: SelectOption["color"];
  readonly onChange: (color: SelectOption["color"]) => void;
}
function OptionColor({ name, color: chosen, onChange }: OptionColorProps) {
  const { t } = useLanguage();
  return (
    <Select
      aria-label={`${t(objectMessages.color)} ${name}`}

      value={chosen}
      placeholder={t(objectMessages.color)}
      options={COLOR_NAMES.map((color) => ({
        value: color,
        label: <span className={styles.dot} style={{ background: swatchOf(color) }} title={color} />,
      }))}
      onChange={(color) => onChange(color)}
    />
  );
}

export interface OptionRowProps {
  readonly option: SelectOption;
  readonly groups: readonly OptionGroup[];
  readonly isKept: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onChange: (part: Partial<SelectOption>) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: (() => void) | undefined;
}
/** One option: its words, group, code and colour, whether it is offered, and its place. */
export function OptionRow({
  option,
  groups,
  isKept,
  first,
  last,
  onChange,
  onMove,
  onRemove,
}: OptionRowProps) {
  const { t, of } = useLanguage();
  const name = of(option.label, option.name);
  return (
    <div className={styles.optionRow}>
      <OptionWords option={option} onChange={onChange} />
      <OptionGroupInput
        name={name}
        group={option.group}
        groups={groups}
        onChange={(group) => onChange({ group })}
      />
      <Input
        className={base.mono}
        aria-label={`${t(objectMessages.code)} ${option.name}`}
        disabled={isKept}
        value={option.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <OptionColor name={name} color={option.color} onChange={(color) => onChange({ color })} />
      <span className={`${base.line} ${styles.optionRowLine}`}>
        <QuietButton
          icon={option.hidden ? "lock" : "eye"}
          aria-label={`${t(option.hidden ? objectMessages.notOffered : objectMessages.offered)} ${name}`}
          on={option.hidden}
          onClick={() => onChange({ hidden: !option.hidden })}
        />
        <QuietButton
          icon="up"
          aria-label={`${t(objectMessages.up)} ${name}`}
          disabled={first}
          onClick={() => onMove(-1)}
        />
        <QuietButton
          icon="down"
          aria-label={`${t(objectMessages.down)} ${name}`}
          disabled={last}
          onClick={() => onMove(1)}
        />
        <QuietButton
          icon="trash"
          aria-label={`${t(kitMessages.delete)} ${name}`}
          disabled={!onRemove}
          onClick={onRemove}
        />
      </span>
    </div>
  );
}

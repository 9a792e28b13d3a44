import { Select } from "antd";
import type { SelectOption } from "../../../../shared/metadata/field.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { objectMessages } from "./objects.messages.ts";
import type { OptionGroup } from "./OptionGroupInput.tsx";
import { OptionRow } from "./OptionRow.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./OptionsInput.module.css";

export interface OptionsInputProps {
  readonly options: readonly SelectOption[];
  /** What the field has now: those that go are mapped. */
  readonly kept: readonly SelectOption[];
  /** Shipped options cannot go. */
  readonly shipped: ReadonlySet<string>;
  readonly map: Readonly<Record<string, string | null>>;
  readonly onChange: (options: readonly SelectOption[]) => void;
  readonly onMap: (map: Readonly<Record<string, string | null>>) => void;
}
/**
 * Options in their order, each with its words in both languages; what becomes of records whose option goes is
 * said here, too.
 */
export function OptionsInput({ options, kept, shipped, map, onChange, onMap }: OptionsInputProps) {
  const { t, of } = useLanguage();
  const change = (at: number, part: Partial<SelectOption>) =>
    onChange(options.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const move = (at: number, by: number) => {
    const next = [...options];
    const [one] = next.splice(at, 1);
    if (one) next.splice(at + by, 0, one);
    onChange(next);
  };
  const lost = kept.filter((option) => !options.some((one) => one.name === option.name));
  return (
    <div className={base.stack}>
      {options.map((option, at) => (
        <OptionRow
          key={at}
          option={option}
          groups={groupsOf(options)}
          isKept={kept.some((one) => one.name === option.name)}
          onChange={(part) => change(at, part)}
          onMove={(by) => move(at, by)}
          first={at === 0}
          last={at === options.length - 1}
          onRemove={
            shipped.has(option.name) ? undefined : () => onChange(options.filter((_, place) => place !== at))
          }
        />
      ))}
      <div>
        <QuietButton
          icon="plus"
          onClick={() => onChange([...options, { name: freeName(options), label: {} }])}
        >
          {t(objectMessages.addOption)}
        </QuietButton>
      </div>
      {lost.map((option) => (
        <label key={option.name} className={base.line}>
          {t(objectMessages.goes, { name: of(option.label, option.name) })}
          <Select
            className={styles.optionTarget}
            value={option.name in map ? (map[option.name] ?? "") : undefined}
            placeholder={t(objectMessages.ask)}
            allowClear
            options={[
              { value: "", label: t(objectMessages.empty) },
              ...options.map((one) => ({ value: one.name, label: of(one.label, one.name) })),
            ]}
            onChange={(to: string | undefined) => {
              const { [option.name]: _old, ...rest } = map;
              onMap(to === undefined ? rest : { ...rest, [option.name]: to === "" ? null : to });
            }}
          />
        </label>
      ))}
    </div>
  );
}
function freeName(options: readonly SelectOption[]): string {
  for (let number = options.length + 1; ; number += 1)
    if (!options.some((one) => one.name === `option_${number}`)) return `option_${number}`;
}

/** Groups that options of this list have already. */
const groupsOf = (options: readonly SelectOption[]): readonly OptionGroup[] => [
  ...new Map(
    options.flatMap(({ group }) => (group ? [[JSON.stringify(group), group] as const] : [])),
  ).values(),
];

import { Select } from "antd";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { objectMessages } from "./objects.messages.ts";
import type { OptionsInputProps } from "./OptionsInput.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./OptionsInput.module.css";

/** Of each option that goes: what takes its place in the records that have it. */
export function LostOptions({
  options,
  kept,
  map,
  onMap,
}: Pick<OptionsInputProps, "options" | "kept" | "map" | "onMap">) {
  const { t, of } = useLanguage();
  const lost = kept.filter((option) => !options.some((one) => one.name === option.name));
  return lost.map((option) => (
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
  ));
}

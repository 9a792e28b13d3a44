import { AutoComplete, Input, Select } from "antd";
import type { SelectOption } from "../../../../shared/metadata/field.ts";
import { COLOR_NAMES, dotColor } from "../../../../ui/kit/colors.ts";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { settingsTexts } from "../settings.messages.ts";
import { objectTexts } from "./objects.messages.ts";

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
    <div className="stack option-rows">
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
        <Ghost icon="plus" onClick={() => onChange([...options, { name: freeName(options), label: {} }])}>
          {t(objectTexts.addOption)}
        </Ghost>
      </div>
      {lost.map((option) => (
        <label key={option.name} className="line wrap">
          {t(objectTexts.goes, { name: of(option.label, option.name) })}
          <Select
            className="option-target"
            value={option.name in map ? (map[option.name] ?? "") : undefined}
            placeholder={t(objectTexts.ask)}
            allowClear
            options={[
              { value: "", label: t(objectTexts.empty) },
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

type Group = NonNullable<SelectOption["group"]>;
/** Groups that options of this list have already. */
const groupsOf = (options: readonly SelectOption[]): readonly Group[] => [
  ...new Map(
    options.flatMap(({ group }) => (group ? [[JSON.stringify(group), group] as const] : [])),
  ).values(),
];

interface RowProps {
  readonly option: SelectOption;
  readonly groups: readonly Group[];
  readonly isKept: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onChange: (part: Partial<SelectOption>) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: (() => void) | undefined;
}
function OptionRow({ option, groups, isKept, first, last, onChange, onMove, onRemove }: RowProps) {
  const { t, of } = useLanguage();
  const name = of(option.label, option.name);
  const put = (tag: "zh-CN" | "en", text: string) => onChange({ label: { ...option.label, [tag]: text } });
  return (
    <div className="option-row">
      <Input
        aria-label={`${t(objectTexts.optionZh)} ${option.name}`}
        placeholder={t(objectTexts.optionZh)}
        value={option.label["zh-CN"] ?? ""}
        onChange={(event) => put("zh-CN", event.target.value)}
      />
      <Input
        aria-label={`${t(objectTexts.optionEn)} ${option.name}`}
        placeholder={t(objectTexts.optionEn)}
        value={option.label["en"] ?? ""}
        onChange={(event) => put("en", event.target.value)}
      />
      <GroupInput
        name={name}
        group={option.group}
        groups={groups}
        onChange={(group) => onChange({ group })}
      />
      <Input
        className="mono"
        aria-label={`${t(objectTexts.code)} ${option.name}`}
        disabled={isKept}
        value={option.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Select
        aria-label={`${t(objectTexts.color)} ${name}`}
        className="option-color"
        value={option.color}
        placeholder={t(objectTexts.color)}
        options={COLOR_NAMES.map((color) => ({
          value: color,
          label: <span className="dot" style={{ background: dotColor(color) }} title={color} />,
        }))}
        onChange={(color) => onChange({ color })}
      />
      <span className="line">
        <Ghost
          icon={option.hidden ? "lock" : "eye"}
          aria-label={`${t(option.hidden ? objectTexts.notOffered : objectTexts.offered)} ${name}`}
          on={option.hidden}
          onClick={() => onChange({ hidden: !option.hidden })}
        />
        <Ghost
          icon="up"
          aria-label={`${t(objectTexts.up)} ${name}`}
          disabled={first}
          onClick={() => onMove(-1)}
        />
        <Ghost
          icon="down"
          aria-label={`${t(objectTexts.down)} ${name}`}
          disabled={last}
          onClick={() => onMove(1)}
        />
        <Ghost
          icon="trash"
          aria-label={`${t(settingsTexts.delete)} ${name}`}
          disabled={!onRemove}
          onClick={onRemove}
        />
      </span>
    </div>
  );
}

interface GroupInputProps {
  readonly name: string;
  readonly group: Group | undefined;
  readonly groups: readonly Group[];
  readonly onChange: (group: Group | undefined) => void;
}
/** The upper level of an option: one of the groups there are, or a new one by its name. */
function GroupInput({ name, group, groups, onChange }: GroupInputProps) {
  const { t, of, language } = useLanguage();
  const known = (text: string) => groups.find((one) => of(one) === text);
  return (
    <AutoComplete
      aria-label={`${t(objectTexts.optionGroup)} ${name}`}
      placeholder={t(objectTexts.optionGroup)}
      value={group ? of(group) : ""}
      options={groups.map((one) => ({ value: of(one) }))}
      onChange={(text: string) =>
        onChange(text.trim() === "" ? undefined : (known(text) ?? { [language]: text }))
      }
    />
  );
}

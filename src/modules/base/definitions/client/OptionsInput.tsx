import { useState } from "react";
import type { SelectOption } from "../../../../shared/metadata/field.ts";
import { OPTION_HUES } from "../../../../shared/metadata/option-colors.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { LostOptions } from "./LostOptions.tsx";
import { objectMessages } from "./objects.messages.ts";
import type { OptionGroup } from "./OptionGroupInput.tsx";
import { OptionRow } from "./OptionRow.tsx";
import * as base from "../../../../ui/kit/base.module.css";

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
  const { t } = useLanguage();
  const change = (at: number, part: Partial<SelectOption>) =>
    onChange(options.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const [held, hold] = useState<string | null>(null);
  const [moved, setMoved] = useState<string | null>(null);
  const move = (name: string, to: number) => {
    const one = options.find((option) => option.name === name);
    const others = options.filter((option) => option !== one);
    if (one && to >= 0 && to <= others.length) onChange(others.toSpliced(to, 0, one));
  };
  // One opened the list to write into it, or asked for one more.
  const [isAdding, setAdding] = useState(false);
  const [isFull, setFull] = useState(() => options.some(({ group }) => group !== undefined));
  const add = () => {
    setAdding(true);
    onChange([...options, { name: freeName(options), label: {}, color: freeColor(options) }]);
  };
  return (
    <div className={base.stack}>
      {options.map((option, at) => (
        <OptionRow
          key={at}
          option={option}
          groups={groupsOf(options)}
          isKept={kept.some((one) => one.name === option.name)}
          onChange={(part) => change(at, part)}
          isMoved={moved === option.name}
          onStep={(by) => {
            setMoved(option.name);
            move(option.name, at + by);
          }}
          onHold={() => hold(option.name)}
          onDrop={() => {
            if (held !== null) move(held, at);
            hold(null);
          }}
          onNext={add}
          isFull={isFull}
          autoFocus={isAdding && at === options.length - 1}
          onRemove={
            shipped.has(option.name) ? undefined : () => onChange(options.filter((_, place) => place !== at))
          }
        />
      ))}
      <div className={base.line}>
        <QuietButton icon="plus" onClick={add}>
          {t(objectMessages.addOption)}
        </QuietButton>
        {options.length > 0 && (
          <QuietButton on={isFull} aria-pressed={isFull} onClick={() => setFull(!isFull)}>
            {t(objectMessages.codesAndGroups)}
          </QuietButton>
        )}
      </div>
      <LostOptions {...{ options, kept, map, onMap }} />
    </div>
  );
}
function freeName(options: readonly SelectOption[]): string {
  for (let number = options.length + 1; ; number += 1)
    if (!options.some((one) => one.name === `option_${number}`)) return `option_${number}`;
}

/** The first hue that no option has yet, then the same ones again. */
function freeColor(options: readonly SelectOption[]): string {
  const used = new Set(options.map(({ color }) => color));
  return (
    OPTION_HUES.find((name) => !used.has(name)) ?? OPTION_HUES[options.length % OPTION_HUES.length] ?? "gray"
  );
}

/** Groups that options of this list have already. */
const groupsOf = (options: readonly SelectOption[]): readonly OptionGroup[] => [
  ...new Map(
    options.flatMap(({ group }) => (group ? [[JSON.stringify(group), group] as const] : [])),
  ).values(),
];

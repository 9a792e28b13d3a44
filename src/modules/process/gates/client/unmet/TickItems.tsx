import { Checkbox } from "antd";
import { useId } from "react";
import type { LabelMap } from "../../../../../shared/i18n/label.ts";
import type { WireValue } from "../../../../../shared/metadata/object.ts";
import { isList } from "../../../../../ui/data/values.ts";
import { isMap } from "../../../../../shared/metadata/wire-value.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import * as gateStyles from "../gate.module.css";

export interface TickItemsProps {
  readonly items: readonly { readonly id: string; readonly label: LabelMap; readonly done?: boolean }[];
  readonly value: WireValue | undefined;
  readonly onChange: (value: WireValue) => void;
  /** Answers the ids of what was ticked instead of {id: true}. */
  readonly asList?: boolean;
}

export const isTicked = (value: WireValue | undefined, id: string): boolean =>
  isList(value) ? value.includes(id) : isMap(value) ? value[id] === true : false;

/** A checklist, or the tasks of a stage. What was done before stays ticked. */
export function TickItems({ items, value, onChange, asList }: TickItemsProps) {
  const { of } = useLanguage();
  const name = useId();
  const toggle = (id: string, on: boolean) => {
    const now = items
      .filter((item) => (item.id === id ? on : isTicked(value, item.id)))
      .map((item) => item.id);
    onChange(asList ? now : Object.fromEntries(now.map((one) => [one, true])));
  };
  return (
    <div className={gateStyles.gateBody}>
      {items.map((item) => (
        <label key={item.id} className={gateStyles.tick} htmlFor={`${name}-${item.id}`}>
          <Checkbox
            id={`${name}-${item.id}`}
            checked={item.done === true || isTicked(value, item.id)}
            disabled={item.done === true}
            onChange={(event) => toggle(item.id, event.target.checked)}
          />
          <span>{of(item.label, item.id)}</span>
        </label>
      ))}
    </div>
  );
}

import { Select } from "antd";
import { useState } from "react";
import { pointersOf } from "../../../shared/metadata/further-links.ts";
import { type Found, useLookup } from "../../data/lookups.ts";
import { useObjects } from "../../data/objects.ts";
import { titlesAt } from "../../data/values.ts";
import { Icon, objectIcon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { leaveWithTab } from "../../kit/leave-with-tab.ts";
import { fieldMessages } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import { LinkedName } from "../LinksCell.tsx";
import { useDebounced } from "../../kit/use-debounced.ts";
import * as base from "../../kit/base.module.css";

const keyOf = ({ object, id }: { readonly object: string; readonly id: string }): string => `${object}:${id}`;
const pointerOf = (key: string): { readonly object: string; readonly id: string } => ({
  object: key.slice(0, key.indexOf(":")),
  id: key.slice(key.indexOf(":") + 1),
});

/**
 * Finds records of several objects by any part of their names or by pinyin; what is chosen stands as chips.
 */
export function LinksInput({ field, value, onChange, id, record, invalid, autoFocus, disabled }: InputProps) {
  const { t } = useLanguage();
  const objects = useObjects();
  const targets = field.kind === "links" ? field.targets : [];
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly Found[]>([]);
  const lookup = useLookup(targets, useDebounced(text, 200), open);
  const pointers = pointersOf(value, targets[0] ?? "");
  const came = record ? titlesAt(record, field.name) : [];
  const stood = pointersOf(record?.[field.name], targets[0] ?? "");
  const titleOf = (key: string): string =>
    chosen.find((one) => keyOf(one) === key)?.title ??
    came[stood.findIndex((one) => keyOf(one) === key)] ??
    "";
  const take = (keys: readonly string[]) => {
    setChosen([...chosen, ...(lookup.data ?? [])].filter((one) => keys.includes(keyOf(one))));
    setText("");
    onChange(keys.map(pointerOf));
  };
  return (
    <Select<string[]>
      id={id}
      mode="multiple"
      onInputKeyDown={leaveWithTab}
      className={base.fullWidth}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      value={pointers.map(keyOf)}
      labelRender={({ value: key }) => (
        <LinkedName {...pointerOf(String(key))} known={titleOf(String(key))} targets={targets} />
      )}
      placeholder={t(fieldMessages.search)}
      status={invalid ? "error" : ""}
      autoFocus={autoFocus}
      disabled={disabled}
      notFoundContent={lookup.isFetching ? t(fieldMessages.searching) : t(fieldMessages.nothing)}
      options={(lookup.data ?? []).map((one) => ({
        value: keyOf(one),
        label: one.title,
        icon: objectIcon(objects.get(one.object)?.icon),
      }))}
      optionRender={({ data }) => (
        <span className={base.line}>
          <Icon name={data.icon} size={14} />
          <span className={base.clip}>{data.label}</span>
        </span>
      )}
      onOpenChange={setOpen}
      onChange={take}
    />
  );
}

import { Select } from "antd";
import { use, useState } from "react";
import { type Found, useLookup, useTitle } from "../../data/lookups.ts";
import { can, type FieldInfo, useObjects } from "../../data/objects.ts";
import { linkId, linkObject, titleAt } from "../../data/values.ts";
import { Icon, objectIcon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { fieldMessages } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import { QuickCreateContext } from "../quick-create.ts";
import { targetsOf } from "./targets-of.ts";
import { useDebounced } from "../../kit/use-debounced.ts";
import * as base from "../../kit/base.module.css";

const NEW = "\u0000new:";
/** Finds a record by any part of its name or by pinyin, and can make one that is missing. */
export function LinkInput(input: InputProps) {
  const { field, value, onChange, id, record, invalid, autoFocus, disabled } = input;
  const { t } = useLanguage();
  const quickCreate = use(QuickCreateContext);
  const targets = targetsOf(field);
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Found | null>(null);
  const lookup = useLookup(targets, useDebounced(text, 200), open);
  const current = linkId(value);
  const object = linkObject(value, targets);
  const title = useTitle(
    object,
    current,
    chosen?.id === current && chosen ? chosen.title : record ? titleAt(record, field.name) : "",
  );

  const take = (found: Found | null) => {
    setChosen(found);
    onChange(found ? (targets.length > 1 ? { object: found.object, id: found.id } : found.id) : null);
  };
  const options = useOptions(field, text, lookup.data ?? []);
  const select = async (key: string) => {
    if (key.startsWith(NEW) && quickCreate) {
      const made = await quickCreate(key.slice(NEW.length), text.trim());
      if (made) take({ object: key.slice(NEW.length), id: made.id, title: made.title });
      return;
    }
    take(lookup.data?.find((found) => `${found.object}:${found.id}` === key) ?? null);
  };
  return (
    <Select
      id={id}
      className={base.fullWidth}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      allowClear={!disabled}
      value={current ? `${object}:${current}` : undefined}
      labelRender={() => title || t(fieldMessages.unknown)}
      placeholder={input.placeholder ?? t(fieldMessages.search)}
      status={invalid ? "error" : ""}
      autoFocus={autoFocus}
      disabled={disabled}
      notFoundContent={lookup.isFetching ? t(fieldMessages.searching) : t(fieldMessages.nothing)}
      options={options}
      optionRender={({ data }) => (
        <span className={base.line}>
          {data.icon && <Icon name={data.icon} size={14} />}
          <span className={base.clip}>{data.label}</span>
        </span>
      )}
      onOpenChange={setOpen}
      onSelect={(key: string) => void select(key)}
      onClear={() => take(null)}
    />
  );
}

/** What was found, then what could be made of the text. */
function useOptions(field: FieldInfo, text: string, found: readonly Found[]) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const quickCreate = use(QuickCreateContext);
  const targets = targetsOf(field);
  const makeable =
    quickCreate && field.kind === "link" && text.trim()
      ? targets.flatMap((target) => objects.get(target) ?? []).filter((target) => can(target, "create"))
      : [];
  return [
    ...found.map((one) => ({
      value: `${one.object}:${one.id}`,
      label: one.title,
      icon: targets.length > 1 ? objectIcon(objects.get(one.object)?.icon) : null,
    })),
    ...makeable.map((target) => ({
      value: `${NEW}${target.name}`,
      label: `${t(fieldMessages.create, { name: text.trim() })} · ${of(target.label)}`,
      icon: "plus" as const,
    })),
  ];
}

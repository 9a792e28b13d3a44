import { Select } from "antd";
import { useState } from "react";
import { tag } from "../../../objects/system/tag/tag.object.ts";
import { useLookup } from "../../data/lookups.ts";
import { useMakeTag } from "../../data/tags.ts";
import { isList, linkId } from "../../data/values.ts";
import { Icon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { leaveWithTab } from "../../kit/leave-with-tab.ts";
import { useDebounced } from "../../kit/use-debounced.ts";
import { useTell } from "../../kit/use-tell.tsx";
import { fieldMessages } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import { TagChip } from "../TagChip.tsx";
import { useTagTarget } from "../tag-target.ts";
import * as base from "../../kit/base.module.css";

/** The value of the line that makes a tag of what is typed; no id is like it. */
const NEW = "new";
const LONGEST = 60;

/** Tags by name or pinyin; one that is not there yet is made in passing, by whoever may. */
export function TagsInput({ field, value, onChange, id, invalid, disabled, autoFocus }: InputProps) {
  const { t } = useLanguage();
  const tell = useTell();
  const object = useTagTarget(field);
  const [text, setText] = useState("");
  const { data } = useLookup([object], useDebounced(text, 200), true);
  const make = useMakeTag();
  const ids = isList(value) ? value.flatMap((one) => linkId(one) ?? []) : [];
  const typed = text.trim().slice(0, LONGEST);
  const found = data ?? [];
  const isThere = found.some(({ title }) => title.toLowerCase() === typed.toLowerCase());
  const mayMake = make !== undefined && object === tag.name && typed !== "" && !isThere;
  const choose = (next: readonly string[]) => {
    if (!next.includes(NEW)) return onChange([...next]);
    setText("");
    make?.(typed).then((made) => onChange([...new Set([...ids, made])]), tell.failed);
  };
  return (
    <Select
      id={id}
      mode="multiple"
      autoFocus={autoFocus}
      onInputKeyDown={leaveWithTab}
      className={base.fullWidth}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      value={ids}
      status={invalid ? "error" : ""}
      disabled={disabled}
      notFoundContent={t(fieldMessages.nothing)}
      labelRender={({ value: one }) => <TagChip object={object} id={String(one)} />}
      optionRender={({ value: one, label }) =>
        one === NEW ? (
          <span className={base.line}>
            <Icon name="plus" size={14} />
            {label}
          </span>
        ) : (
          <TagChip object={object} id={String(one)} />
        )
      }
      options={[
        ...found.map(({ id: one, title }) => ({ value: one, label: title })),
        ...(mayMake ? [{ value: NEW, label: t(fieldMessages.makeTag, { name: typed }) }] : []),
      ]}
      onChange={choose}
    />
  );
}

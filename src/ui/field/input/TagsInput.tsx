import { Select } from "antd";
import { useState } from "react";
import { useLookup } from "../../data/lookups.ts";
import { useObjects } from "../../data/objects.ts";
import { isList, linkId } from "../../data/values.ts";
import { useLanguage } from "../../kit/language.tsx";
import { leaveWithTab } from "../../kit/leave-with-tab.ts";
import { fieldMessages } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import { useDebounced } from "../../kit/use-debounced.ts";
import * as base from "../../kit/base.module.css";

/** The object that a tags field points at: the target of the joining object's second link. */
function useTagObject(field: InputProps["field"]): string {
  const objects = useObjects();
  if (field.kind !== "tags") return "tag";
  const join = objects.get(field.object)?.byName[field.target];
  return join?.kind === "link" ? (join.targets[0] ?? "tag") : "tag";
}

export function TagsInput({ field, value, onChange, id, invalid, disabled }: InputProps) {
  const { t } = useLanguage();
  const object = useTagObject(field);
  const [text, setText] = useState("");
  const { data } = useLookup([object], useDebounced(text, 200), true);
  const ids = isList(value) ? value.flatMap((one) => linkId(one) ?? []) : [];
  return (
    <Select
      id={id}
      mode="multiple"
      onInputKeyDown={leaveWithTab}
      className={base.fullWidth}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      value={ids}
      status={invalid ? "error" : ""}
      disabled={disabled}
      notFoundContent={t(fieldMessages.nothing)}
      options={(data ?? []).map((found) => ({ value: found.id, label: found.title }))}
      onChange={(next: string[]) => onChange(next)}
    />
  );
}

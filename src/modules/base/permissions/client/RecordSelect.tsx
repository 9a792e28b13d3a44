import { Select } from "antd";
import { useState } from "react";
import { useLookup, useTitle } from "../../../../ui/data/lookups.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useDebounced } from "../../../../ui/kit/use-debounced.ts";
import { permissionMessages } from "./permissions.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

export interface RecordSelectProps {
  readonly id?: string;
  readonly label?: string;
  readonly object: string;
  readonly value: string;
  readonly disabled?: boolean;
  /** What an empty choice means; unless told, that one may type. */
  readonly placeholder?: string;
  readonly onChange: (id: string) => void;
}

/** Finds one record of an object by any part of its name or by pinyin. */
export function RecordSelect(props: RecordSelectProps) {
  const { id, label, object, value, disabled = false, placeholder, onChange } = props;
  const { t } = useLanguage();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const found = useLookup([object], useDebounced(text, 200), open && object !== "");
  const title = useTitle(object || null, value || null, "");
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { "aria-label": label } : {})}
      className={base.fullWidth}
      allowClear
      disabled={disabled}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      value={value || undefined}
      labelRender={() => title || value}
      placeholder={placeholder ?? t(permissionMessages.search)}
      options={(found.data ?? []).map((one) => ({ value: one.id, label: one.title }))}
      onOpenChange={setOpen}
      onChange={(next: string | undefined) => onChange(next ?? "")}
    />
  );
}

import { Input } from "antd";
import { useState } from "react";
import { useLanguage } from "../../kit/language.tsx";
import { fieldMessages } from "../field.messages.ts";
import type { InputProps } from "../kind-ui.ts";
import * as base from "../../kit/base.module.css";

export function JsonInput({ value, onChange, id, invalid, disabled }: InputProps) {
  const { t } = useLanguage();
  const [text, setText] = useState(() =>
    value === null || value === undefined ? "" : JSON.stringify(value, null, 2),
  );
  const [bad, setBad] = useState(false);
  const change = (next: string) => {
    setText(next);
    try {
      onChange(next.trim() ? JSON.parse(next) : null);
      setBad(false);
    } catch {
      setBad(true);
    }
  };
  return (
    <>
      <Input.TextArea
        id={id}
        className={base.mono}
        value={text}
        autoSize={{ minRows: 3, maxRows: 16 }}
        status={invalid || bad ? "error" : ""}
        disabled={disabled}
        spellCheck={false}
        onChange={(event) => change(event.target.value)}
      />
      {bad && <div className={`${base.note} ${base.noteError}`}>{t(fieldMessages.badJson)}</div>}
    </>
  );
}

import { Input } from "antd";
import { useState } from "react";

export interface StageCodeProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly value: string;
  readonly taken: readonly string[];
  readonly onChange: (name: string) => void;
}
/** The name that programs use; taken over when the field is left, and only if it is one. */
export function StageCode({ id, describedBy, value, taken, onChange }: StageCodeProps) {
  const [text, setText] = useState(value);
  const isRight = /^[a-z][a-z0-9_]{0,59}$/.test(text) && (text === value || !taken.includes(text));
  return (
    <Input
      id={id}
      aria-describedby={describedBy}
      aria-invalid={!isRight}
      status={isRight ? "" : "error"}
      maxLength={60}
      value={text}
      onChange={(event) => setText(event.target.value.toLowerCase())}
      onBlur={() => (isRight ? text !== value && onChange(text) : setText(value))}
    />
  );
}

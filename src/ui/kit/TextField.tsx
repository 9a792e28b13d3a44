import { Input } from "antd";
import { Labelled, type LabelledProps } from "./Field.tsx";

export interface TextFieldProps extends Omit<LabelledProps, "children"> {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly size?: "large";
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** Codes and logins: no capital letters, no spelling. */
  readonly code?: boolean;
  readonly secret?: boolean;
}
/** A labelled line of text with its error under it. */
export function TextField({
  value,
  onChange,
  size,
  autoFocus,
  autoComplete = "off",
  placeholder,
  maxLength,
  code,
  secret,
  ...labelled
}: TextFieldProps) {
  const Line = secret ? Input.Password : Input;
  return (
    <Labelled {...labelled}>
      {({ id, describedBy, invalid }) => (
        <Line
          id={id}
          {...(size ? { size } : {})}
          {...(code ? { autoCapitalize: "none", spellCheck: false } : {})}
          {...(maxLength ? { maxLength } : {})}
          autoFocus={autoFocus}
          autoComplete={autoComplete}
          placeholder={placeholder}
          value={value}
          status={invalid ? "error" : ""}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Labelled>
  );
}

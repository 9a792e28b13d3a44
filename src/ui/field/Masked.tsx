import { type ReactNode, useState } from "react";
import type { WireValue } from "../../shared/metadata/object.ts";
import { unmaskValue } from "../../shared/wire/unmask.contract.ts";
import { call } from "../data/call.ts";
import { newId } from "../data/new-id.ts";
import type { FieldInfo } from "../data/objects.ts";
import { ProblemError } from "../data/problem-error.ts";
import { mayDo, useMe } from "../data/session.ts";
import { textValue } from "../data/values.ts";
import { QuietButton } from "../kit/QuietButton.tsx";
import { useLanguage } from "../kit/language.tsx";
import { useTell } from "../kit/use-tell.tsx";
import { fieldMessages } from "./field.messages.ts";
import * as base from "../kit/base.module.css";

interface MaskedProps {
  readonly object: string;
  readonly field: FieldInfo;
  readonly id: string;
  /** The masked value. */
  readonly children: ReactNode;
}
/**
 * A masked value, for who may with an eye beside it: it shows the whole value in its place until the record
 * is left, which is recorded.
 */
export function Masked({ object, field, id, children }: MaskedProps) {
  const { t, of } = useLanguage();
  const tell = useTell();
  const [value, setValue] = useState<WireValue>(null);
  if (!mayDo(useMe(), "record.unmask")) return children;
  if (value !== null) return <span className={base.num}>{textValue(value)}</span>;
  const show = () =>
    call(unmaskValue, { params: { object, id }, body: { field: field.name }, key: newId() }).then(
      (answer) => setValue(answer.value),
      (error: unknown) =>
        tell.refused(error instanceof ProblemError ? error.message : t(fieldMessages.unmaskFailed)),
    );
  return (
    <>
      {children}
      <QuietButton
        icon="eye"
        aria-label={t(fieldMessages.unmask, { field: of(field.label, field.name) })}
        title={t(fieldMessages.unmaskHint)}
        onClick={() => void show()}
      />
    </>
  );
}

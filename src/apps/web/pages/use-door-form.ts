import { useState } from "react";
import { messagesByField, NetworkError, ProblemError } from "../../../ui/data/problem-error.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { doorTexts } from "./door.messages.ts";

/** What is wrong, by field; "" is the whole. */
export type DoorErrors<Field extends string> = { readonly [field in Field | ""]?: string };
interface DoorForm<Field extends string> {
  readonly errors: DoorErrors<Field>;
  readonly busy: boolean;
  readonly submit: (values: Readonly<Record<string, string>>, send: () => Promise<unknown>) => Promise<void>;
  readonly tell: (text: string | null) => void;
}
/**
 * State of a small form: busy, messages under the fields, and one for the whole ("" ). Typed text stays on
 * every failure.
 */
export function useDoorForm<Field extends string>(fields: readonly Field[]): DoorForm<Field>;
export function useDoorForm(fields: readonly string[]): DoorForm<string> {
  const { t } = useLanguage();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const submit = async (values: Readonly<Record<string, string>>, send: () => Promise<unknown>) => {
    const gaps = Object.fromEntries(
      fields.filter((field) => !values[field]?.trim()).map((field) => [field, t(doorTexts.required)]),
    );
    setErrors(gaps);
    if (Object.keys(gaps).length > 0 || busy) return;
    setBusy(true);
    try {
      await send();
    } catch (error) {
      if (error instanceof NetworkError) setErrors({ "": t(doorTexts.offline) });
      else if (error instanceof ProblemError) {
        const found = messagesByField(error.problem.errors);
        const known = Object.keys(found).some((field) => fields.includes(field));
        setErrors(known ? found : { "": Object.values(found)[0] ?? error.message });
      } else throw error;
    } finally {
      setBusy(false);
    }
  };
  return {
    errors,
    busy,
    submit,
    tell: (text: string | null) => setErrors(text === null ? {} : { "": text }),
  };
}

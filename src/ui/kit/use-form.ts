import { useState } from "react";
import { NetworkError, ProblemError } from "../data/problem-error.ts";
import { besideFields, type FormErrors, gapsIn, type PlaceErrors } from "./form-errors.ts";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";
import { useBusy } from "./use-busy.ts";

export interface Form<Field extends string> {
  readonly errors: FormErrors<Field>;
  readonly busy: boolean;
  /** `needed`: what must be filled in before anything is sent, by field. */
  readonly submit: (needed: Readonly<Record<string, string>>, send: () => Promise<unknown>) => Promise<void>;
  /** Says something of the whole; null takes back all that was said. */
  readonly tell: (text: string | null) => void;
}
/**
 * State of a form that is sent as one: whether it is under way, messages beside the fields it has, and one
 * for the whole (""). What was typed stays on every failure; a second press meanwhile is passed over.
 *
 *     const { errors, busy, submit } = useForm(["login", "password"]);
 *     const enter = () => submit({ login, password }, () => signIn(login, password));
 */
export function useForm<Field extends string>(fields: readonly Field[], place?: PlaceErrors): Form<Field>;
export function useForm(fields: readonly string[], place: PlaceErrors = besideFields): Form<string> {
  const { t } = useLanguage();
  const [errors, setErrors] = useState<FormErrors>({});
  const { busy, run } = useBusy();
  const sendNow = async (send: () => Promise<unknown>) => {
    try {
      await send();
    } catch (error) {
      if (error instanceof NetworkError) setErrors({ "": t(kitMessages.formOffline) });
      else if (error instanceof ProblemError) setErrors(place(error, fields));
      else throw error;
    }
  };
  const submit = async (needed: Readonly<Record<string, string>>, send: () => Promise<unknown>) => {
    const gaps = gapsIn(needed);
    setErrors(gaps);
    if (Object.keys(gaps).length === 0) await run(() => sendNow(send));
  };
  return { errors, busy, submit, tell: (text) => setErrors(text === null ? {} : { "": text }) };
}

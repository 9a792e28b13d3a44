import { type RefObject, useState } from "react";
import type { ProblemItem } from "../../../shared/wire/problem.ts";
import { messagesByField, NetworkError, ProblemError } from "../../data/problem-error.ts";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useTell } from "../../kit/use-tell.tsx";

/** By field; what belongs to none of them is under "". */
export type FormMessages = Readonly<Record<string, string>>;

/** What is wrong with a form: said under its fields, the first of which takes the cursor. */
export function useFormErrors(form: RefObject<HTMLFormElement | null>) {
  const { t } = useLanguage();
  const told = useTell();
  const [errors, setErrors] = useState<FormMessages>({});
  const [ofLines, setOfLines] = useState<readonly ProblemItem[]>([]);
  const show = (found: FormMessages) => {
    setErrors(found);
    requestAnimationFrame(() =>
      form.current
        ?.querySelector<HTMLElement>(
          '[data-invalid] input, [data-invalid] textarea, [data-invalid] [tabindex="0"]',
        )
        ?.focus(),
    );
  };
  const tell = (error: unknown) => {
    if (error instanceof NetworkError) return told.warn(t(kitMessages.keptOffline));
    if (!(error instanceof ProblemError)) throw error;
    const found = messagesByField(error.problem.errors);
    setOfLines(error.problem.errors.filter(({ line }) => line !== undefined));
    show(Object.keys(found).length > 0 ? found : { "": error.problem.detail || error.problem.title });
  };
  const clear = () => {
    setErrors({});
    setOfLines([]);
  };
  return { errors, ofLines, clear, show, tell };
}

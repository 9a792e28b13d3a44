import { useState } from "react";
import { NetworkError, ProblemError } from "../../../../ui/data/problem-error.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { doorTexts } from "../../pages/door.messages.ts";

export type Faults = Readonly<Record<string, string>>;
/** The fault of a property: its own, or the first of a place within it ("options.2.label"). */
export const faultAt = (faults: Faults, key: string): string | undefined =>
  faults[key] ?? Object.entries(faults).find(([place]) => place.startsWith(`${key}.`))?.[1];

/**
 * State of a dialog that saves a definition: every fault beside its input, those without one on top,
 * together.
 */
export function useDefinitionForm() {
  const { t } = useLanguage();
  const [errors, setErrors] = useState<Faults>({});
  const [busy, setBusy] = useState(false);
  const submit = async (shown: readonly string[], send: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setErrors({});
    try {
      await send();
    } catch (error) {
      if (error instanceof NetworkError) setErrors({ "": t(doorTexts.offline) });
      else if (error instanceof ProblemError) setErrors(faultsOf(error, shown));
      else throw error;
    } finally {
      setBusy(false);
    }
  };
  return { errors, busy, submit };
}

function faultsOf({ problem, message }: ProblemError, shown: readonly string[]): Faults {
  const found: Record<string, string> = {};
  const loose: string[] = [];
  for (const item of problem.errors) {
    const place = item.field ?? "";
    if (shown.some((key) => place === key || place.startsWith(`${key}.`))) found[place] ??= item.message;
    else loose.push(item.message);
  }
  if (loose.length > 0 || problem.errors.length === 0)
    found[""] = [
      ...(problem.errors.length > 0 && problem.errors.length > loose.length ? [] : [message]),
      ...loose.filter((one) => one !== message),
    ]
      .slice(0, 8)
      .join(" ");
  return found;
}

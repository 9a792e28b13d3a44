import type { PlaceErrors, FormErrors } from "../../../../ui/kit/form-errors.ts";

const MOST = 8;

/** The fault of a property: its own, or the first of a place within it ("options.2.label"). */
export const faultAt = (faults: FormErrors, key: string): string | undefined =>
  faults[key] ?? Object.entries(faults).find(([place]) => place.startsWith(`${key}.`))?.[1];

/** Every fault of a definition beside its input, those without one on top, together. */
export const everyFault: PlaceErrors = ({ problem, message }, shown) => {
  const found: Record<string, string> = {};
  const loose: string[] = [];
  for (const item of problem.errors) {
    const place = item.field ?? "";
    if (shown.some((key) => place === key || place.startsWith(`${key}.`))) found[place] ??= item.message;
    else loose.push(item.message);
  }
  if (loose.length > 0 || problem.errors.length === 0)
    found[""] = [
      ...(problem.errors.length > loose.length ? [] : [message]),
      ...loose.filter((one) => one !== message),
    ]
      .slice(0, MOST)
      .join(" ");
  return found;
};

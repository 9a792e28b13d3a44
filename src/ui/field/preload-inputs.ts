/** Fetches the inputs of all kinds ahead of need, so that a form opens whole. */
export function preloadInputs(): void {
  for (const load of [
    () => import("./input/TextInput.tsx"),
    () => import("./input/NumberInput.tsx"),
    () => import("./input/MoneyInput.tsx"),
    () => import("./input/DateInput.tsx"),
    () => import("./input/OptionInput.tsx"),
    () => import("./input/LinkInput.tsx"),
    () => import("./input/BooleanInput.tsx"),
  ])
    load().catch(() => undefined);
}

/** Eight hues of options by name, as they go round a wheel. */
export const OPTION_HUES = ["red", "orange", "gold", "green", "cyan", "blue", "purple", "magenta"] as const;
/** Offered where a colour is chosen. Further names of the same colours stay readable (`ui/kit/colors.ts`). */
export const COLOR_NAMES = [...OPTION_HUES, "gray"] as const;

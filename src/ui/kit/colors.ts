/** What is neither good nor bad nor in need of anybody has no colour. */
const NEUTRAL = "#8a9793";
/** Dots of options and stages, by the colour names of option lists. Each reads on light and dark. */
const COLORS: Readonly<Record<string, string>> = {
  red: "#d9534a",
  orange: "#dd7f2d",
  gold: "#c99a1a",
  yellow: "#c99a1a",
  lime: "#7fa62b",
  green: "#3a9a63",
  cyan: "#2a9fb0",
  blue: "#3f7fd1",
  geekblue: "#4b68d6",
  purple: "#8a5fd0",
  magenta: "#c7518f",
  pink: "#c7518f",
  gray: NEUTRAL,
  grey: NEUTRAL,
  default: NEUTRAL,
};
const STATUS: Readonly<Record<string, string>> = {
  won: "#3a9a63",
  done: NEUTRAL,
  lost: NEUTRAL,
  cancelled: NEUTRAL,
  open: "#3f7fd1",
  active: "#2a9fb0",
};

/** The dot of an option; undefined where there is nothing to tell by a colour: ordinary, done, cancelled. */
export function dotColor(color: string | undefined, status?: string): string | undefined {
  const found = color ? (COLORS[color] ?? color) : status ? STATUS[status] : undefined;
  return found === NEUTRAL ? undefined : found;
}
/** The colour as it is chosen from, grey among them. */
export const swatchOf = (color: string): string => COLORS[color] ?? color;

/** Open stages deepen from pale to teal as they come nearer to the end; won is green, lost has no colour. */
export function stageColor(type: string, place: number, count: number): string {
  if (type === "won") return "#3a9a63";
  if (type === "lost") return NEUTRAL;
  const share = count <= 1 ? 1 : place / (count - 1);
  return `color-mix(in oklab, #0b9a92 ${Math.round(25 + share * 75)}%, #8fb3cf)`;
}

/** Eight muted hues (degrees of oklch) that are told apart also by who sees no red and green. */
const HUES = [25, 60, 95, 150, 190, 235, 285, 335] as const;
/** A person's hue: the same wherever the name stands. */
export function hueOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return HUES[sum % HUES.length] ?? HUES[0];
}

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
  gray: "#8a9793",
  grey: "#8a9793",
  default: "#8a9793",
};
/** Offered where a colour is chosen; further names of the same colours stay readable. */
export const COLOR_NAMES = [
  "red",
  "orange",
  "gold",
  "lime",
  "green",
  "cyan",
  "blue",
  "geekblue",
  "purple",
  "magenta",
  "gray",
] as const;
const STATUS: Readonly<Record<string, string>> = {
  won: "#3a9a63",
  done: "#3a9a63",
  lost: "#a3574f",
  cancelled: "#8a9793",
  open: "#3f7fd1",
  active: "#2a9fb0",
};

export const dotColor = (color: string | undefined, status?: string): string | undefined =>
  color ? (COLORS[color] ?? color) : status ? STATUS[status] : undefined;

/** Open stages deepen from pale to teal as they come nearer to the end; won is green, lost is dull red. */
export function stageColor(type: string, place: number, count: number): string {
  if (type === "won") return "#3a9a63";
  if (type === "lost") return "#a3574f";
  const share = count <= 1 ? 1 : place / (count - 1);
  return `color-mix(in oklab, #0b9a92 ${Math.round(25 + share * 75)}%, #8fb3cf)`;
}

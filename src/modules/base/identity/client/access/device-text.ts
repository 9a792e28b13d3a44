const BROWSERS = [
  ["Edg/", "Edge"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;
const SYSTEMS = [
  ["iPhone", "iOS"],
  ["iPad", "iOS"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Mac OS", "macOS"],
  ["Linux", "Linux"],
] as const;
const firstIn = (agent: string, list: readonly (readonly [string, string])[]): string | undefined =>
  list.find(([mark]) => agent.includes(mark))?.[1];

/** "Chrome · Windows" from what a browser says of itself; empty when it says nothing. */
export function deviceText(agent: string | null): string {
  if (!agent) return "";
  return [firstIn(agent, BROWSERS) ?? agent.split(" ")[0], firstIn(agent, SYSTEMS)]
    .filter(Boolean)
    .join(" · ");
}

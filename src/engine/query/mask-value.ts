import type { WireValue } from "../../shared/metadata/object.ts";

/**
 * What is left to see of a masked value: the ends of a text, nothing of anything else. @example
 * maskValue("13812348000") // "138****8000"
 */
export function maskValue(value: WireValue): WireValue {
  if (typeof value !== "string" || value === "") return null;
  const characters = [...value];
  if (characters.length >= 10 && /^[+\d][\d\s-]+$/.test(value))
    return `${characters.slice(0, 3).join("")}****${characters.slice(-4).join("")}`;
  const [name, domain] = value.split("@");
  if (name && domain) return `${[...name][0] ?? ""}***@${domain}`;
  if (characters.length <= 2) return `${characters.length === 2 ? characters[0] : ""}*`;
  return `${characters[0]}***${characters.at(-1)}`;
}

/**
 * What somebody without sight of a record learns of its name: enough to recognise a company they know, too
 * little to find one they do not.
 * @example maskTitle("苏州恒润精密机械有限公司") // "苏州****公司"
 */
export function maskTitle(title: string): string {
  const characters = [...title];
  if (characters.length <= 4)
    return `${characters[0] ?? ""}${"*".repeat(Math.max(1, characters.length - 1))}`;
  return `${characters.slice(0, 2).join("")}****${characters.length >= 8 ? characters.slice(-2).join("") : ""}`;
}

const TIME =
  /^(上午|下午|中午|晚上|凌晨|早上)?\s*(\d{1,2})[:时点](\d{1,2})?(?:[:分](\d{1,2})?(?:[.,](\d{1,9}))?)?[分秒]?\s*(上午|下午|am|pm|a\.m\.|p\.m\.)?$/i;

/** A clock's time as "HH:MM:SS.ffffff"; null where the text is none. */
export function parseTime(text: string): string | null {
  const found = TIME.exec(text.trim());
  if (!found) return null;
  const [, before, hours, minutes = "0", seconds = "0", fraction = "", behind] = found;
  const half = `${before ?? ""}${behind ?? ""}`.toLowerCase();
  let hour = Number(hours);
  if ((/下午|晚上|^p/.test(half) || (/中午/.test(half) && hour < 11)) && hour < 12) hour += 12;
  if (/上午|凌晨|^a/.test(half) && hour === 12) hour = 0;
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const two = (value: number | string): string => String(value).padStart(2, "0");
  return `${two(hour)}:${two(minutes)}:${two(seconds)}.${fraction.slice(0, 6).padEnd(6, "0")}`;
}

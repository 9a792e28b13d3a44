import { CommandRefused } from "../src/platform/config/arguments-of.ts";
import { label } from "../src/shared/i18n/label.ts";

const SIZES: Readonly<Record<string, number>> = {
  "1k": 1000,
  "10k": 10_000,
  "100k": 100_000,
  "1m": 1_000_000,
};
const OTHERWISE = "100k";

/** How many opportunities `--size` asks for. Throws CommandRefused. */
export function sizeOf(name: string = OTHERWISE): { readonly name: string; readonly deals: number } {
  const deals = SIZES[name];
  if (!deals)
    throw new CommandRefused(
      label("--size 只能是 1k、10k、100k 或 1m。", "--size is one of 1k, 10k, 100k, 1m."),
    );
  return { name, deals };
}

/** The number behind an option, above 0 and at most `most`. Throws CommandRefused. */
export function numberOf(name: string, text: string | undefined, otherwise: number, most = 60): number {
  const value = Number(text ?? otherwise);
  if (value > 0 && value <= most) return value;
  throw new CommandRefused(
    label(
      `--${name} 应为大于 0、不超过 ${most} 的数字。`,
      `--${name} is a number above 0, and ${most} at most.`,
    ),
  );
}

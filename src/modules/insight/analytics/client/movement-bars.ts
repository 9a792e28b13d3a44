import type { BarRow, BarTone } from "../../../../ui/charts/bars.ts";
import type { LanguageTools } from "../../../../ui/kit/language.tsx";
import type { Movement, MovementName } from "../shared/movement.contract.ts";
import { countText, exactText, sumText } from "./figures.ts";
import { listOf } from "./insight-data.ts";
import { movementMessages } from "./movement.messages.ts";
import { signOf, stepsOf } from "./waterfall.ts";

interface Look extends Pick<LanguageTools, "t" | "language"> {
  readonly narrow: boolean;
}
type Measure = "amount" | "count";

function toneOf(name: MovementName): BarTone {
  if (name === "start" || name === "end") return "accent";
  if (name === "won") return "won";
  return signOf(name) === "−" ? "lost" : "pale";
}

/** What stands beside the bar of a step. */
function figureOf(
  movement: Movement,
  name: MovementName,
  measure: Measure,
  { narrow, language }: Look,
): string {
  const { count, amount } = movement[name];
  if (count === 0) return "—";
  const value =
    measure === "count" ? countText(count) : narrow ? sumText(amount, language) : exactText(amount, language);
  return `${signOf(name)}${value}`;
}

/** The waterfall as a chart: each bar begins where the one before ended. */
export const movementRows = (movement: Movement, measure: Measure, look: Look): readonly BarRow[] =>
  stepsOf(movement, measure).map(({ name, from, length }) => {
    const { count, amount, records } = movement[name];
    const figure = figureOf(movement, name, measure, look);
    const label = look.t(movementMessages[name]);
    const piece = { id: name, from, length, tone: toneOf(name), said: `${label}: ${figure}` };
    return {
      id: name,
      name: label,
      bars: [{ id: measure, pieces: [piece], figure }],
      facts: [
        [look.t(movementMessages.count), countText(count)],
        [look.t(movementMessages.amount), exactText(amount, look.language)],
      ],
      ...(count > 0 && { to: listOf(records) }),
    };
  });

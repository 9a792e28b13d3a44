import { textValue } from "../../data/values.ts";
import { DayPicker, MomentPicker } from "../../kit/DayPicker.tsx";
import { MORNING, useNearDays } from "../../kit/near-days.ts";
import type { InputProps } from "../kind-ui.ts";

/** Shipped fields that ask when something is to be done next: near days are offered for them. */
const AHEAD: readonly string[] = ["next_at", "due_date"];
const look = ({ field, value, onChange, id, invalid = false, autoFocus, disabled }: InputProps) => ({
  id,
  wide: true,
  value: textValue(value),
  invalid,
  autoFocus,
  disabled,
  onChange,
  isAhead: AHEAD.includes(field.name),
});

export function DateInput(props: InputProps) {
  const { isAhead, ...rest } = look(props);
  const near = useNearDays();
  return <DayPicker {...rest} near={isAhead ? near : undefined} />;
}

/** Shown by the company's clock, kept in UTC. */
export function DateTimeInput(props: InputProps) {
  const { isAhead, ...rest } = look(props);
  const near = useNearDays(MORNING);
  return <MomentPicker {...rest} near={isAhead ? near : undefined} />;
}

import { Suspense } from "react";
import type { DayBounds, DayPickerProps } from "./DayPicker.tsx";
import { lazily } from "./lazily.ts";
import * as styles from "./DayInput.module.css";

const Day = lazily(() => import("./DayPicker.tsx").then((m) => m.DayPicker));
const Moment = lazily(() => import("./DayPicker.tsx").then((m) => m.MomentPicker));

/**
 * The one input for a day outside a record's fields. The calendar is heavy, so it comes when it is first
 * shown; its place is kept meanwhile, so that nothing jumps.
 */
export const DayInput = (props: DayPickerProps & DayBounds) => (
  <Suspense fallback={<span className={styles.day} />}>
    <Day {...props} />
  </Suspense>
);
/** The same for a moment. */
export const MomentInput = (props: DayPickerProps) => (
  <Suspense fallback={<span className={styles.moment} />}>
    <Moment {...props} />
  </Suspense>
);

import { type PointerEvent, useRef } from "react";
import * as styles from "./ColumnGrip.module.css";

/** The edge of a column, dragged to make it wider or narrower. */
export function ColumnGrip({
  label,
  width,
  onWidth,
}: {
  readonly label: string;
  readonly width: number;
  readonly onWidth: (width: number, done: boolean) => void;
}) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const at = (event: PointerEvent) =>
    Math.max(60, (start.current?.width ?? width) + event.clientX - (start.current?.x ?? event.clientX));
  return (
    <span
      className={styles.gridGrip}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      onPointerDown={(event) => {
        event.preventDefault();
        start.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => start.current && onWidth(at(event), false)}
      onPointerUp={(event) => {
        if (start.current) onWidth(at(event), true);
        start.current = null;
      }}
    />
  );
}

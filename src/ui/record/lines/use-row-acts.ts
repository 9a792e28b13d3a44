import { useLayoutEffect, useRef, useState } from "react";
import type { LineActs } from "./LineRow.tsx";

/** What rows call: the same functions for good, so that a row is drawn for what it shows alone. */
export function useRowActs(acts: LineActs): LineActs {
  const latest = useRef(acts);
  useLayoutEffect(() => {
    latest.current = acts;
  });
  const [fixed] = useState<LineActs>(() => ({
    onPress: (...given) => latest.current.onPress(...given),
    onOver: (...given) => latest.current.onOver(...given),
    onEdit: (...given) => latest.current.onEdit(...given),
    onRow: (...given) => latest.current.onRow(...given),
    onRemove: (...given) => latest.current.onRemove(...given),
    onGrip: (...given) => latest.current.onGrip(...given),
  }));
  return fixed;
}

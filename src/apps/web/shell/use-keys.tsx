import {
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  Suspense,
  useCallback,
  useEffect,
  useState,
} from "react";
import { lazily } from "../../../ui/kit/lazily.ts";
import { useSingleKeys } from "./single-keys.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const ShortcutSheet = lazily(() => import("./ShortcutSheet.tsx").then((m) => m.ShortcutSheet));

export interface KeysOptions {
  readonly search: () => void;
  /** Of the palette. */
  readonly toggle: Dispatch<SetStateAction<boolean>>;
}
/** The keyboard of the whole program: the palette, single keys, and the sheet that tells them. */
export function useKeys({ search, toggle }: KeysOptions): {
  readonly sheet: ReactNode;
  readonly showSheet: () => void;
} {
  const [isSheet, setSheet] = useState(false);
  const [isOn] = useSingleKeys();
  const showSheet = useCallback(() => setSheet(true), []);
  useShortcuts({ isOn, onSheet: showSheet, onSearch: search });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      toggle((now) => !now);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [toggle]);
  const sheet = isSheet && (
    <Suspense>
      <ShortcutSheet onClose={() => setSheet(false)} />
    </Suspense>
  );
  return { sheet, showSheet };
}

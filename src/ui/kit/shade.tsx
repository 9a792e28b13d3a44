import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import type { Shade } from "./theme.ts";

const KEY = "sluice.shade";
interface ShadeTools {
  readonly shade: Shade;
  readonly toggle: () => void;
}
const ShadeContext = createContext<ShadeTools | null>(null);

function firstShade(): Shade {
  const kept = localStorage.getItem(KEY);
  if (kept === "light" || kept === "dark") return kept;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function ShadeProvider({ children }: { readonly children: ReactNode }) {
  const [shade, setShade] = useState(firstShade);
  useEffect(() => {
    document.documentElement.dataset["shade"] = shade;
  }, [shade]);
  const toggle = useCallback(() => {
    setShade((now) => {
      const next = now === "light" ? "dark" : "light";
      localStorage.setItem(KEY, next);
      return next;
    });
  }, []);
  const tools = useMemo(() => ({ shade, toggle }), [shade, toggle]);
  return <ShadeContext value={tools}>{children}</ShadeContext>;
}

export function useShade(): ShadeTools {
  const tools = use(ShadeContext);
  if (!tools) throw new Error("useShade needs a ShadeProvider above it");
  return tools;
}

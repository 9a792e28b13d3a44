import { useMemo } from "react";
import {
  type Contribution,
  extensionPoints,
  type ExtensionPoint,
} from "../shared/extension/extension-points.ts";
import { useModules } from "./record/panels.tsx";

/** Lists of the screens that modules add to, in the `contributes` of their `client/module.ts`. */
export const { extensionPoint, checkContributions } = extensionPoints();

/** What the modules have added to a list, by name, in the order of the modules. */
export function useContributions<T extends object>(point: ExtensionPoint<T>): ReadonlyMap<string, T> {
  const modules = useModules();
  return useMemo(() => {
    const contributions: readonly Contribution[] = modules.flatMap((module) => module.contributes ?? []);
    return point.read({ contributions });
  }, [modules, point]);
}

import { type ComponentType, lazy, type LazyExoticComponent } from "react";

/** A component that loads when it is first shown: `lazily(() => import("./Page.tsx").then((m) => m.Page))`. */
export const lazily = <P extends object>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => ({ default: await load() }));

import { type ComponentType, lazy, type LazyExoticComponent } from "react";

/**
 * A component that loads when it is first shown: `lazily(() => import("./Page.tsx").then((m) => m.Page))`.
 */
export const lazily = <P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> =>
  lazy(async () => ({ default: await load().catch((error: unknown) => whenOnline(load, error)) }));

/** What could not be loaded without a network comes by itself when there is one again. */
async function whenOnline<T>(load: () => Promise<T>, error: unknown): Promise<T> {
  if (navigator.onLine) throw error;
  await new Promise((resolve) => window.addEventListener("online", resolve, { once: true }));
  return load();
}

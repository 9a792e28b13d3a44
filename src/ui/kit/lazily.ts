import { type ComponentType, lazy, type LazyExoticComponent } from "react";

/**
 * A component that loads when it is first shown: `lazily(() => import("./Page.tsx").then((m) => m.Page))`.
 */
export const lazily = <P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> & Ahead =>
  Object.assign(
    lazy(async () => ({ default: await load().catch((error: unknown) => whenOnline(load, error)) })),
    { preload: () => void load().catch(() => undefined) },
  );
export interface Ahead {
  /** Fetches it before it is shown. */
  readonly preload: () => void;
}
/** Fetches what will be shown soon, where it comes lazily. */
export function preload(component: object): void {
  if ("preload" in component && typeof component.preload === "function") component.preload();
}

/** What could not be loaded without a network comes by itself when there is one again. */
async function whenOnline<T>(load: () => Promise<T>, error: unknown): Promise<T> {
  if (navigator.onLine) throw error;
  await new Promise((resolve) => window.addEventListener("online", resolve, { once: true }));
  return load();
}

import { type ComponentType, lazy, type LazyExoticComponent } from "react";

/**
 * A component that loads when it is first shown: `lazily(() => import("./Page.tsx").then((m) => m.Page))`. What
 * was fetched ahead is drawn at once, without a fallback: after one has been shown, React holds back for 300 ms
 * whatever waits behind it, and a page is made of several that wait one for another.
 */
export function lazily<P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> & Ahead {
  let there: { readonly default: ComponentType<P> } | null = null;
  const fetched = async () => (there = { default: await load() });
  return Object.assign(
    lazy(() => (there ? atOnce(there) : fetched().catch((error: unknown) => whenOnline(fetched, error)))),
    {
      preload: () =>
        fetched().then(
          () => undefined,
          () => undefined,
        ),
    },
  );
}
export interface Ahead {
  /** Fetches it before it is shown; over when it is there, or cannot be fetched now. */
  readonly preload: () => Promise<void>;
}
/** Fetches what will be shown soon, where it comes lazily. */
export const preload = (component: object): Promise<void> =>
  "preload" in component && typeof component.preload === "function"
    ? Promise.resolve(component.preload())
    : Promise.resolve();

/** A promise whose value is given while it is asked for it: React then has it in the same moment. */
function atOnce<T>(value: T): Promise<T> {
  const promise = Promise.resolve(value);
  return Object.assign(promise, {
    // React takes the value and nothing else of what `then` gives.
    // oxlint-disable-next-line unicorn/no-thenable
    then: (take: (value: T) => unknown) => (take(value), promise),
  });
}

/** What could not be loaded without a network comes by itself when there is one again. */
async function whenOnline<T>(load: () => Promise<T>, error: unknown): Promise<T> {
  if (navigator.onLine) throw error;
  await new Promise((resolve) => window.addEventListener("online", resolve, { once: true }));
  return load();
}

import { createContext, type ReactNode, Suspense, use, useCallback, useMemo, useRef, useState } from "react";
import type { AppTools } from "./AppHolder.tsx";
import { lazily } from "./lazily.ts";

const loadHolder = () => import("./AppHolder.tsx");
const AppHolder = lazily(() => loadHolder().then((m) => m.AppHolder));
/** Fetches their code ahead of need. */
export const preloadTools = (): void => void loadHolder().catch(() => undefined);

type Use = (tools: AppTools) => void;
const AppToolsContext = createContext<((use: Use) => void) | null>(null);

/**
 * antd's messages and questions for everything below. Nobody needs them before something was done: their code
 * comes with the first, which waits for it.
 */
export function AppToolsProvider({ children }: { readonly children: ReactNode }) {
  const [isWanted, setWanted] = useState(false);
  const tools = useRef<AppTools>(null);
  const waiting = useRef<Use[]>([]);
  const ready = useCallback((given: AppTools) => {
    tools.current = given;
    for (const one of waiting.current.splice(0)) one(given);
  }, []);
  const withTools = useCallback((one: Use) => {
    if (tools.current) return one(tools.current);
    waiting.current.push(one);
    setWanted(true);
  }, []);
  return (
    <AppToolsContext value={withTools}>
      {children}
      {isWanted && (
        <Suspense>
          <AppHolder onReady={ready} />
        </Suspense>
      )}
    </AppToolsContext>
  );
}

/** Does something with antd's messages and questions, as soon as they are there. */
export function useAppTools() {
  const withTools = use(AppToolsContext);
  if (!withTools) throw new Error("useAppTools needs an AppToolsProvider above it");
  return useMemo(
    () => ({
      withMessage: (run: (message: AppTools["message"]) => void) => withTools(({ message }) => run(message)),
      withModal: (run: (modal: AppTools["modal"]) => void) => withTools(({ modal }) => run(modal)),
    }),
    [withTools],
  );
}

import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";
import { type Label, type LabelMap, LANGUAGES, type Language, textOf } from "../../shared/i18n/label.ts";
import { type MessageParams, say } from "../../shared/i18n/messages.ts";
import { kitMessages } from "./kit.messages.ts";

export interface LanguageTools {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** A shipped message with its places filled. */
  readonly t: (message: Label, params?: MessageParams) => string;
  /** A label from the catalog. */
  readonly of: (label: LabelMap | undefined, fallback?: string) => string;
}

const LanguageContext = createContext<LanguageTools | null>(null);
const KEY = "sluice.language";

const isLanguage = (value: string | null): value is Language =>
  LANGUAGES.some((language) => language === value);
function firstLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (isLanguage(kept)) return kept;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setState] = useState(() => {
    const first = firstLanguage();
    document.documentElement.lang = first;
    document.title = say(kitMessages.product, first);
    return first;
  });
  const setLanguage = useCallback((next: Language) => {
    localStorage.setItem(KEY, next);
    // Requests read the language from the document, so it changes before anything is fetched again.
    document.documentElement.lang = next;
    setState(next);
  }, []);
  const tools = useMemo<LanguageTools>(
    () => ({
      language,
      setLanguage,
      t: (message, params) => say(message, language, params),
      of: (label, fallback) => textOf(label, language, fallback),
    }),
    [language, setLanguage],
  );
  return <LanguageContext value={tools}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageTools {
  const tools = use(LanguageContext);
  if (!tools) throw new Error("useLanguage needs a LanguageProvider above it");
  return tools;
}

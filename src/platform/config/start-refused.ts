import type { Label, Language } from "../../shared/i18n/label.ts";
import { type MessageParams, say } from "../../shared/i18n/messages.ts";

/** Why the program cannot start: one sentence for the person at the terminal, and exit code 1. */
export class StartRefused extends Error {
  readonly exitCode: number = 1;
  readonly #text: Label;
  readonly #params: MessageParams;

  constructor(text: Label, params: MessageParams = {}) {
    super(say(text, "en", params));
    this.#text = text;
    this.#params = params;
  }

  sentence(language: Language): string {
    return say(this.#text, language, this.#params);
  }
}

import { type Label, type Language, textOf } from "./label.ts";

export type MessageParams = Readonly<Record<string, string | number | null | undefined>>;

/**
 * A set of messages by key, each in both languages; a missing language does not compile.
 * @example const texts = defineMessages({ saved: label("已保存 {count} 条", "{count} saved") });
 *          say(texts.saved, "en", { count: 3 }) // "3 saved"
 */
export const defineMessages = <K extends string>(messages: Record<K, Label>): Record<K, Label> => messages;

/**
 * The text of a label with `{name}` places filled; an unknown place stays as written. `{count|row|rows}` is a word that follows a number.
 * @example say(label("{count} 行", "{count} {count|row|rows}"), "en", { count: 1 }) // "1 row"
 */
export function say(message: Label, language: Language, params: MessageParams = {}): string {
  return textOf(message, language).replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (place, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value === undefined || value === null) return place;
    return one === undefined || many === undefined ? String(value) : String(value) === "1" ? one : many;
  });
}

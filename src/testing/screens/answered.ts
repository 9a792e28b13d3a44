import { waitFor } from "@testing-library/react";

const textOf = (element: Element): string => element.textContent ?? "";

/** The sentence that a page answers with, once it is there. */
export const answered = (): Promise<string> =>
  waitFor(() => {
    const sentence = document.querySelector('[data-part="answer-sentence"]');
    if (!sentence) throw new Error("No answer yet");
    return textOf(sentence);
  });

/** What stands below the sentence, one by one. */
export async function answerNotes(): Promise<readonly string[]> {
  await answered();
  return [...document.querySelectorAll('[data-part="answer-notes"] > li')].map(textOf);
}
